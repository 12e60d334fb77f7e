import { aheadBands } from '#analysis/waitEstimate/calibration.ts';
import { rivals } from '#analysis/waitBacktest/rivals.ts';
import type { WaitScores } from '#analysis/waitBacktest/scoreWaits.ts';

/** Name, value, goal, and whether it is reached. */
export type Row = [
	name: string,
	value: string,
	goal: string,
	verdict: '' | 'reached' | 'MISSED' | 'too few to tell'
];

export interface Goals {
	/** At most, seconds. */
	rmse?: number;
	mae?: number;
	/** The error is at most this share of another method's. */
	beside?: Partial<Record<(typeof rivals)[number], number>>;
}

/** A share of fewer callers has a standard error of more than two points: 78 and 82 of a hundred are the same. */
const tellingCallers = 400;

/** What was reached, beside what is to be. */
export function rows(
	{ callers, without_estimate, callers_by_ahead, methods }: WaitScores,
	goals: Goals
): Row[] {
	const { offpeak } = methods;
	const beside = rivals.map((name) =>
		atMost(
			`RMSE / ${name} (${seconds(methods[name].rmse)})`,
			ratio(offpeak.rmse, methods[name].rmse),
			goals.beside?.[name]
		)
	);
	const byAhead = (
		name: string,
		shares: WaitScores['methods']['offpeak']['most_held_by_ahead'],
		from: number,
		to: number
	) =>
		aheadBands.map((band): Row => {
			const count = callers_by_ahead[band];
			const [text, value, goal, verdict] = within(
				`  ${name}, ${band} ahead (${count})`,
				shares[band],
				from,
				to
			);
			return [
				text,
				value,
				goal,
				count < tellingCallers && verdict === 'MISSED' ? 'too few to tell' : verdict
			];
		});
	return [
		['callers who waited and were answered', String(callers), '', ''],
		['  shown no number', String(without_estimate), '', ''],
		atMost('RMSE, s', offpeak.rmse, goals.rmse),
		atMost('MAE, s', offpeak.mae, goals.mae),
		...beside,
		within('within the 10–90 % range', offpeak.coverage_80, 0.78, 0.82),
		...byAhead('range', offpeak.coverage_80_by_ahead, 0.78, 0.82),
		within('no longer than the median', offpeak.median_held, 0.47, 0.53),
		within('no longer than the 80th percentile', offpeak.most_held, 0.78, 0.82),
		...byAhead('80th', offpeak.most_held_by_ahead, 0.75, 0.85)
	];
}

export function atMost(name: string, value: number | null, goal?: number): Row {
	if (goal === undefined || value === null) return [name, seconds(value), '', ''];
	return [name, seconds(value), `≤ ${goal}`, value <= goal ? 'reached' : 'MISSED'];
}

export function within(name: string, share: number | null, from: number, to: number): Row {
	if (share === null) return [name, '–', '', ''];
	const goal = `${100 * from}–${100 * to} %`;
	return [name, `${(100 * share).toFixed(1)} %`, goal, share >= from && share <= to ? 'reached' : 'MISSED'];
}

function ratio(value: number | null, other: number | null): number | null {
	return value === null || other === null ? null : value / other;
}

function seconds(value: number | null): string {
	return value === null ? '–' : value < 2 ? value.toFixed(3) : value.toFixed(1);
}
