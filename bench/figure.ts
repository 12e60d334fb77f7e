export type Unit = 'records/s' | 'requests/s' | 'ms' | 'MB' | 'KB' | 'MB/s';

/** One measure, and what it is compared to in the same run. Values are medians of the rounds. */
export interface Figure {
	name: string;
	unit: Unit;
	value: number;
	rounds: number[];
	beside: { name: string; value: number; rounds: number[] } | null;
	/** How many times better than what it is compared to: more of a rate, less of a time. */
	ratio: number | null;
}

/** What each measure of a round gave, by name, one value a round. */
export type Samples = Map<string, number[]>;

/** Takes every measure once, then all of them again: what disturbs the machine disturbs them alike. */
export async function interleave(
	rounds: number,
	measures: [name: string, measure: () => Promise<number>][]
): Promise<Samples> {
	const samples: Samples = new Map(measures.map(([name]) => [name, []]));
	for (let round = 1; round <= rounds; round++)
		for (const [name, measure] of measures) {
			const value = await measure();
			samples.get(name)?.push(value);
			console.error(`  round ${round}: ${name} ${Math.round(value)}`);
		}
	return samples;
}

/** The figure of one measure beside another of the same rounds. Throws where one of them was not taken. */
export function figure(samples: Samples, unit: Unit, name: string, beside?: string): Figure {
	const rounds = roundsOf(samples, name);
	const value = median(rounds);
	if (beside === undefined) return { name, unit, value, rounds, beside: null, ratio: null };
	const others = roundsOf(samples, beside);
	const other = median(others);
	const ratio = unit === 'ms' || unit === 'MB' || unit === 'KB' ? other / value : value / other;
	return { name, unit, value, rounds, beside: { name: beside, value: other, rounds: others }, ratio };
}

export function median(values: number[]): number {
	return quantile(values, 0.5);
}

/** Linearly interpolated between ranks. Throws for no values. */
export function quantile(values: number[], p: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const rank = (sorted.length - 1) * p;
	const [low, high] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
	if (low === undefined || high === undefined) throw new Error('no values to take a quantile of');
	return low + (high - low) * (rank - Math.floor(rank));
}

function roundsOf(samples: Samples, name: string): number[] {
	const rounds = samples.get(name);
	if (!rounds) throw new Error(`not measured: ${name}`);
	return rounds;
}
