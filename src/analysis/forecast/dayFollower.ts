import type { Terms } from './dayTerms.ts';
import { shapeNoise } from './dayTotals.ts';
import { LevelFilter, type LogLoad, type Restlessness } from './levelFilter.ts';
import type { LikeProfiles } from './likeProfiles.ts';
import { nightsBetween, type LoadDay } from './loadSeries.ts';
import { NaiveWeek } from './naiveWeek.ts';
import { ProfileMemory } from './profileMemory.ts';
import { SlotMemory } from './slotMemory.ts';
import { sum } from './vector.ts';

/** What a day to come is expected to bring, as seen from the last day that was followed. */
export interface DayOutlook {
	load: LogLoad;
	/** Calls by slot, of level × day × shape. */
	byModel: Float64Array;
	/** Calls by slot, of the median of the last 8 like days × what is special; NaN where there were none. */
	byLikeDays: Float64Array;
}

export interface LinePast {
	terms: Terms;
	/** Weekdays that the line does not know. */
	closed: ReadonlySet<number>;
	profiles: LikeProfiles;
	/** The log of a day's calls at the beginning. */
	start: number;
	rest: Restlessness;
}

/** A day of which less than this share is known says nothing yet. */
const enoughKnown = 0.02;
/** A day that was believed less than this has no usual shape either. */
const usual = 0.6;

/** Like days without a call in a slot, after which it may be closed; a single one may be an outage. */
const closedAfter = 4;
/** Fewer than one in a hundred such silences would be chance. */
const silentCalls = Math.log(100);

/** Follows a line day by day and knows at any time what it expects of the days after. */
export class DayFollower {
	readonly naive: NaiveWeek;
	readonly filter: LevelFilter;
	readonly #past: LinePast;
	readonly #profiles: ProfileMemory[];
	readonly #likeDays: SlotMemory[];
	#day: number;

	constructor(past: LinePast, slots: number, firstDay: number) {
		this.#past = past;
		this.#day = firstDay;
		this.filter = new LevelFilter(past.terms.terms, past.start, past.rest);
		this.naive = new NaiveWeek(slots);
		this.#profiles = past.profiles.shares.map((pooled) => new ProfileMemory(pooled));
		this.#likeDays = past.profiles.shares.map(() => new SlotMemory(slots, 8));
	}

	/** The days must come in order; days may be left out. */
	learn(day: LoadDay): void {
		for (let nights = this.nightsTo(day.day); nights > 0; nights--) this.filter.step();
		this.#day = day.day;
		this.naive.learn(day);
		const terms = this.#past.terms.of(day.day);
		const profile = this.#profiles[terms.like];
		const likeDays = this.#likeDays[terms.like];
		const known = profile?.shareKnown(day.counts) ?? 0;
		if (!profile || !likeDays || known < enoughKnown) return;
		const calls = day.counts.reduce((total, count) => total + (Number.isNaN(count) ? 0 : count), 0);
		const expected = Math.exp(Math.min(this.filter.expectNow(terms), 30)) * known;
		const noise = 1 / (expected + 0.5) + shapeNoise(known);
		const believed = this.filter.learn(terms, Math.log((calls + 0.5) / known), noise);
		if (terms.isSpecial) return;
		if (believed > usual) profile.learn(day.counts);
		likeDays.learn(day.counts, Math.exp(-this.filter.level) / this.specialFactor(day.day));
	}

	expect(day: number): DayOutlook {
		const terms = this.#past.terms.of(day);
		const load = this.filter.expect(terms, this.nightsTo(day));
		const calls = Math.exp(load.mean);
		const special = this.specialFactor(day) * Math.exp(this.filter.levelAhead(this.nightsTo(day)));
		const shares = this.#profiles[terms.like]?.shares ?? new Float64Array(0);
		const likeDays = this.#likeDays[terms.like];
		return {
			load,
			byModel: withoutClosed(shares, calls, likeDays?.silences()),
			byLikeDays: (likeDays?.medians() ?? shares).map((count) => count * special)
		};
	}

	/** Days of the line from the last that was followed to another. */
	nightsTo(day: number): number {
		return nightsBetween(this.#past.closed, this.#day, day);
	}

	/** What the day is beside its weekday and the level: the course of the month and the year, its classes, its name. */
	specialFactor(day: number): number {
		const { like, at, weights } = this.#past.terms.of(day);
		let log = 0;
		at.forEach((term, k) => {
			if (term !== like) log += this.filter.effect(term) * (weights[k] ?? 0);
		});
		return Math.exp(log);
	}
}

/** The calls of each slot. A slot that has fallen silent, as where hours were changed, gives its calls to the others. */
function withoutClosed(shares: Float64Array, calls: number, silences?: Float64Array): Float64Array {
	const open = shares.map((share, slot) => {
		const silence = silences?.[slot] ?? 0;
		return silence >= closedAfter && silence * share * calls > silentCalls ? 0 : share;
	});
	const scale = (calls * sum(shares)) / (sum(open) || 1);
	return open.map((share) => share * scale);
}
