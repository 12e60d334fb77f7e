const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The pauses before a message is tried again: short at first, then longer, for a night and a morning in all. */
const pauses = [
	...[10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute],
	...[hour, 2 * hour, 4 * hour, 8 * hour]
];

/** How long to wait after so many failed tries, ms; null: enough. */
export function retryAfter(tries: number): number | null {
	return pauses[tries - 1] ?? null;
}
