/**
 * Points of a curve as one text, and back. Of an object the framework writes each number by itself, with where it
 * stands: for hundreds of points that takes the server longer than finding them, and four times the bytes.
 */
export function pointText<Name extends string>(
	points: readonly Record<Name, number>[],
	names: readonly Name[]
): string {
	return JSON.stringify(points.map((point) => names.map((name) => short(point[name]))));
}

/** The points of a text that `pointText` made with the same names. */
export function pointsOf<Name extends string>(text: string, names: readonly Name[]): Record<Name, number>[] {
	const rows: number[][] = JSON.parse(text);
	return rows.map((row) => {
		const values = names.map((name, i) => [name, row[i] ?? 0] as const);
		return Object.fromEntries(values) as Record<Name, number>;
	});
}

/** A share with as many digits as anybody reads. */
export function short(value: number): number {
	return Math.round(value * 1e5) / 1e5;
}

export const coursePoint = ['seconds', 'waiting', 'answered', 'gone'] as const;
export const patiencePoint = ['seconds', 'share', 'low', 'high'] as const;
