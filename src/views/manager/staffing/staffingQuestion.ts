import type { PlanQuestion } from '#analysis/staffing/staffPlan.ts';

/** What was measured is that of so many weeks before today. */
export const pastWeeks = 8;

export const planGrains = ['quarter', 'half'] as const;
export type PlanGrain = (typeof planGrains)[number];

/** What the address of the page says, in the units that a form shows: percent, seconds, hours. */
export interface QuestionForm {
	aht: number;
	volume: number;
	target: number;
	threshold: number;
	/** null: callers never give up. */
	patience: number | null;
	shrinkage: number;
	occupancy: number;
	least: number;
	shift: number;
}

/** Lowest, highest and step of each field. */
export const questionLimits = {
	aht: { from: 10, to: 3600, step: 5 },
	volume: { from: 25, to: 300, step: 5 },
	target: { from: 10, to: 99, step: 1 },
	threshold: { from: 0, to: 1800, step: 5 },
	patience: { from: 5, to: 7200, step: 5 },
	shrinkage: { from: 0, to: 80, step: 1 },
	occupancy: { from: 30, to: 100, step: 1 },
	least: { from: 0, to: 500, step: 1 },
	shift: { from: 0, to: 12, step: 0.5 }
} as const satisfies Record<keyof QuestionForm, { from: number; to: number; step: number }>;

/** Reads the form from an address; what is missing, or not within its limits, is as in `usual`. */
export function readQuestion(query: URLSearchParams, usual: QuestionForm): QuestionForm {
	const read = <T extends number | null>(name: keyof QuestionForm, otherwise: T): number | T => {
		const text = query.get(name)?.trim();
		if (!text || !/^\d+(\.\d+)?$/.test(text)) return otherwise;
		const { from, to } = questionLimits[name];
		return Math.min(to, Math.max(from, Number(text)));
	};
	return {
		aht: read('aht', usual.aht),
		volume: read('volume', usual.volume),
		target: read('target', usual.target),
		threshold: read('threshold', usual.threshold),
		// Left empty on purpose it means that nobody gives up.
		patience: query.get('patience') === '' ? null : read('patience', usual.patience),
		shrinkage: read('shrinkage', usual.shrinkage),
		occupancy: read('occupancy', usual.occupancy),
		least: read('least', usual.least),
		shift: read('shift', usual.shift)
	};
}

/** The same for the plan: shares and seconds. */
export function planQuestion(form: QuestionForm): PlanQuestion {
	return {
		ahtSeconds: form.aht,
		volume: form.volume / 100,
		thresholdSeconds: form.threshold,
		target: form.target / 100,
		patienceSeconds: form.patience,
		shrinkage: form.shrinkage / 100,
		maxOccupancy: form.occupancy / 100,
		minAgents: Math.round(form.least),
		minShiftSeconds: form.shift * 3600
	};
}

/** The query of the page's address for a day. */
export function pageQuery(date: string, grain: PlanGrain, form: QuestionForm): string {
	return new URLSearchParams([['date', date], ['slot', grain], ...questionQuery(form)]).toString();
}

/** The form as the query of an address, in its own order. */
export function questionQuery(form: QuestionForm): [name: string, value: string][] {
	return Object.entries(form).map(([name, value]) => [name, value === null ? '' : String(value)]);
}
