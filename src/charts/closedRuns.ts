/** Runs of closed intervals side by side, in percent of the axis. */
export function closedRuns(intervals: { closed: boolean }[]): { x: number; width: number }[] {
	const share = 100 / intervals.length;
	const runs: { x: number; width: number }[] = [];
	intervals.forEach(({ closed }, i) => {
		if (!closed) return;
		const last = runs.at(-1);
		if (last && intervals[i - 1]?.closed) last.width += share;
		else runs.push({ x: i * share, width: share });
	});
	return runs.map(({ x, width }) => ({ x: short(x), width: short(width) }));
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
