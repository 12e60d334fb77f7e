/**
 * What happens to the demo's wallet every year, whatever part of it is shown: in March people resign after
 * their bonus, in the middle of May new ones start, and two outages leave payments undone.
 */
export const outages = [
	{ monthDay: '-03-12', startMinute: 10 * 60 + 15, endMinute: 12 * 60 + 45 },
	{ monthDay: '-09-16', startMinute: 19 * 60, endMinute: 20 * 60 + 30 }
] as const;

/** The line is still loud for so long after an outage. */
export const afterOutageMinutes = 300;

const yearMs = 365.2425 * 86_400_000;
const start2026At = Date.parse('2026-01-01T00:00:00+08:00');
const growthAYear = 1.1;

/** The trend of the calls; 1 when 2026 begins. */
export function growth(at: number): number {
	return growthAYear ** ((at - start2026At) / yearMs);
}

const chapters = [
	{ from: '05-18', share: growthAYear },
	{ from: '04-20', share: 0.92 },
	{ from: '03-09', share: 0.85 },
	{ from: '01-01', share: 1 }
] as const;

/** How many agents there are beside the plan of early 2026. The yearly hiring makes up for a year's growth. */
export function staffShare(date: string): number {
	const chapter = chapters.find(({ from }) => date.slice(5) >= from);
	return (chapter?.share ?? 1) * growthAYear ** (Number(date.slice(0, 4)) - 2026);
}
