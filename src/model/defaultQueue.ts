import { weekdays, type OpenTimes, type Queue, type ServiceHours } from './queue.ts';

/** What a queue is until its manager says otherwise: private, open around the clock, 80 % in 20 s, formula `strict`. */
export function defaultQueue(
	slug: string,
	defaults: { name?: string | null; zone: string; country: string }
): Queue {
	const name = defaults.name ?? slug;
	return {
		slug,
		name: { en: name, zh: name },
		zone: defaults.zone,
		country: defaults.country,
		subdivision: null,
		hours: alwaysOpen(),
		service_level: { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 },
		month_end_days: 3,
		retention_days: null,
		public: {
			enabled: false,
			phone: null,
			channels: [],
			topics: [],
			parts: { now: true, week: true, accuracy: false },
			embed_origins: [],
			guide: {},
			min_calls: 30
		}
	};
}

function alwaysOpen(): ServiceHours {
	const allDay = (): OpenTimes => [['00:00', '24:00']];
	const days = Object.fromEntries(weekdays.map((day) => [day, allDay()])) as Record<
		(typeof weekdays)[number],
		OpenTimes
	>;
	return { ...days, holiday: allDay() };
}
