import { max, scaleLinear } from 'd3';

export interface TopicBar {
	name: string;
	answered: number;
	abandoned: number;
	/** Flowed out, refused, lost or still waiting. */
	other: number;
}

export interface TopicBarsShape {
	/** A row's height in pixels: its name above its bar. */
	rowHeight: number;
	height: number;
	/** In percent of the width. */
	bars: { name: string; total: number; y: number; parts: { end: TopicEnd; x: number; width: number }[] }[];
}

export const topicEnds = ['answered', 'abandoned', 'other'] as const;
export type TopicEnd = (typeof topicEnds)[number];

/** Bars that lie, one a topic in the order given; the widest fills the width. */
export function topicBars(topics: readonly TopicBar[], rowHeight = 40): TopicBarsShape {
	const total = (topic: TopicBar) => topicEnds.reduce((sum, end) => sum + topic[end], 0);
	const x = scaleLinear([0, max(topics, total) || 1], [0, 100]);
	return {
		rowHeight,
		height: topics.length * rowHeight,
		bars: topics.map((topic, i) => {
			let from = 0;
			const parts = topicEnds.map((end) => {
				const part = { end, x: short(x(from)), width: short(x(topic[end])) };
				from += topic[end];
				return part;
			});
			return {
				name: topic.name,
				total: total(topic),
				y: i * rowHeight,
				parts: parts.filter(({ width }) => width > 0)
			};
		})
	};
}

function short(value: number): number {
	return Math.round(value * 1000) / 1000;
}
