const hourMs = 3_600_000;

/** Monday, 11:20 in Shanghai: the end of the ten weeks. */
export const tenWeeksEndAt = Date.parse('2026-08-31T11:20:00+08:00');

/**
 * Calls of a queue `payments` as NDJSON: workdays from 9 to 18, 12 an hour, on Mondays until noon 30; every tenth of
 * them hangs up after a minute.
 */
export function tenWeeks(): string {
	const lines: string[] = [];
	for (let startAt = tenWeeksEndAt - 70 * 24 * hourMs; startAt <= tenWeeksEndAt; startAt += hourMs) {
		const hourAt = Math.floor(startAt / hourMs) * hourMs;
		const wall = new Date(hourAt + 8 * hourMs);
		const [weekday, hour] = [wall.getUTCDay(), wall.getUTCHours()];
		if (weekday === 0 || weekday === 6 || hour < 9 || hour >= 18) continue;
		const busy = weekday === 1 && hour < 12;
		const count = busy ? 30 : 12;
		for (let i = 0; i < count; i++) {
			const enqueuedAt = hourAt + (i * hourMs) / count;
			if (enqueuedAt >= tenWeeksEndAt) continue;
			const leaves = i % 10 === 9;
			const at = (seconds: number) => new Date(enqueuedAt + seconds * 1000).toISOString();
			lines.push(
				JSON.stringify({
					id: `${hourAt}-${i}`,
					queue: 'payments',
					enqueued_at: at(0),
					answered_at: leaves ? null : at(busy ? 90 : 10),
					ended_at: at(leaves ? 60 : 200)
				})
			);
		}
	}
	return lines.join('\n');
}
