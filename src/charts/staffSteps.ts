import { area, curveStepAfter, line } from 'd3';
import { closedRuns } from './closedRuns.ts';
import { countScale, type CountTick } from './countScale.ts';
import { thinTicks, type AxisTick } from './thinTicks.ts';

/** One slot of a day's staffing. */
export interface StaffStep {
	label: string;
	tick: string | null;
	/** People who should be on the plan, and those who are there in whole shifts. */
	needed: number;
	shifts: number;
	/** People who are; null without a plan. */
	planned: number | null;
	closed: boolean;
}

export interface StaffStepsShape {
	width: number;
	height: number;
	/** The need as an area, with the shifts that cover it as a line, and the plan as another; empty without a plan. */
	needed: string;
	shifts: string;
	planned: string;
	/** Where the plan is below the need. */
	missing: string;
	countTicks: CountTick[];
	timeTicks: AxisTick[];
	closed: { x: number; width: number }[];
}

/** Steps of equal width, one a slot, in a box that is stretched to the page's width. */
export function staffSteps(steps: StaffStep[], height = 240): StaffStepsShape {
	const width = 1000;
	const x = (i: number) => short((i * width) / Math.max(1, steps.length));
	const { y, ticks } = countScale(
		Math.max(0, ...steps.flatMap((step) => [step.needed, step.shifts, step.planned ?? 0])),
		height
	);
	const top = (value: number) => short(y(value));
	// The last step is as wide as the others.
	const ends = [
		...steps.map((step, i) => ({ step, i })),
		...steps.slice(-1).map((step) => ({ step, i: steps.length }))
	];
	const hasPlan = steps.some(({ planned }) => planned !== null);
	const needed = area<(typeof ends)[number]>()
		.curve(curveStepAfter)
		.x(({ i }) => x(i))
		.y0(height)
		.y1(({ step }) => top(step.needed));
	const stepLine = (value: (step: StaffStep) => number) =>
		line<(typeof ends)[number]>()
			.curve(curveStepAfter)
			.x(({ i }) => x(i))
			.y(({ step }) => top(value(step)))(ends) ?? '';
	return {
		width,
		height,
		needed: needed(ends) ?? '',
		shifts: stepLine((step) => step.shifts),
		planned: hasPlan ? stepLine((step) => step.planned ?? 0) : '',
		missing: steps
			.map(({ needed, planned }, i) =>
				planned !== null && planned < needed
					? `M${x(i)},${top(planned)}V${top(needed)}H${x(i + 1)}V${top(planned)}Z`
					: ''
			)
			.join(''),
		countTicks: ticks,
		timeTicks: thinTicks(
			steps.map(({ tick }) => tick),
			'start'
		),
		closed: closedRuns(steps)
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
