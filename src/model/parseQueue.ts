import * as v from 'valibot';
import { channelKinds, serviceLevelFormulas, type Queue } from './queue.ts';

export type ParsedQueue = { queue: Queue } | { problems: { field: string; message: string }[] };

/**
 * Reads a queue's settings as `PUT` takes them. What is left out keeps its value from `known` (the queue as it is, or
 * the defaults), so a script can send only what it changes; what is sent must be whole and right.
 *
 * @param isZone whether a name is an IANA zone
 */
export function parseQueue(value: unknown, known: Queue, isZone: (name: string) => boolean): ParsedQueue {
	const parsed = v.safeParse(queueSchema(isZone), value);
	if (!parsed.success)
		return {
			problems: parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message }))
		};
	const sent = parsed.output;
	if (sent.slug !== undefined && sent.slug !== known.slug)
		return {
			problems: [
				{ field: 'slug', message: 'slug differs from the one in the address; a slug cannot be changed' }
			]
		};
	return {
		queue: {
			...known,
			...defined(sent),
			slug: known.slug,
			service_level: { ...known.service_level, ...defined(sent.service_level ?? {}) },
			hours: { ...known.hours, ...defined(sent.hours ?? {}) },
			public: { ...known.public, ...defined(sent.public ?? {}) }
		}
	};
}

/** Without the fields that were not sent. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
		[K in keyof T]: Exclude<T[K], undefined>;
	};
}

function isDay(text: string): boolean {
	const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** An object with these settings and no others. */
const settings = <Entries extends v.ObjectEntries>(entries: Entries) =>
	v.pipe(
		v.unknown(),
		v.check((value) => !Array.isArray(value), 'must be an object'),
		v.strictObject(entries, ({ expected, received }) => {
			if (expected === 'never') return 'is no setting';
			return received === 'undefined' ? 'is missing' : 'must be an object';
		})
	);
const line = (most: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'must not be empty'),
		v.maxLength(most, `at most ${most} characters`),
		v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text')
	);
const wholeNumber = (least: number, most: number) =>
	v.pipe(
		v.number('must be a number'),
		v.integer('must be a whole number'),
		v.minValue(least, `at least ${least}`),
		v.maxValue(most, `at most ${most}`)
	);
const wallTime = v.pipe(
	v.string(),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a wall time such as 09:00; 24:00 ends a day')
);
const openTimes = v.pipe(
	v.array(v.strictTuple([wallTime, wallTime])),
	v.maxLength(12, 'at most 12 ranges a day')
);
const notAnAddress = 'must be an http(s), mailto or tel address';
const webAddress = v.pipe(
	v.string(),
	v.maxLength(2000, 'at most 2000 characters'),
	v.regex(/^(https?:\/\/|mailto:|tel:)\S+$/i, notAnAddress)
);
const origin = v.pipe(
	v.string(),
	v.regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/i, 'must be an origin such as https://www.example.com')
);

/** The thresholds that the wait counts tell exactly (rollups/waits.ts): whole seconds, coarser with each doubling. */
const threshold = v.pipe(
	wholeNumber(0, 7200),
	v.check(
		(seconds) => seconds % thresholdStep(seconds) === 0,
		'must be whole seconds up to 240; above that a multiple of 2 up to 480, of 4 up to 960, of 8 up to 1920, of 16 up to 3840, then of 32'
	)
);

function thresholdStep(seconds: number): number {
	let step = 1;
	while (seconds > 240 * step) step *= 2;
	return step;
}

function queueSchema(isZone: (name: string) => boolean) {
	return settings({
		slug: v.optional(v.string()),
		name: v.optional(settings({ en: line(200), zh: line(200) })),
		zone: v.optional(v.pipe(v.string(), v.check(isZone, 'must be an IANA zone such as Asia/Shanghai'))),
		country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two capital letters such as CN'))),
		subdivision: v.optional(v.nullable(line(10))),
		hours: v.optional(
			settings({
				mon: v.optional(openTimes),
				tue: v.optional(openTimes),
				wed: v.optional(openTimes),
				thu: v.optional(openTimes),
				fri: v.optional(openTimes),
				sat: v.optional(openTimes),
				sun: v.optional(openTimes),
				holiday: v.optional(openTimes)
			})
		),
		service_level: v.optional(
			settings({
				threshold_seconds: v.optional(threshold),
				target: v.optional(v.pipe(v.number(), v.minValue(0, 'at least 0'), v.maxValue(1, 'at most 1'))),
				formula: v.optional(
					v.picklist(serviceLevelFormulas, `must be one of ${serviceLevelFormulas.join(', ')}`)
				),
				short_abandon_seconds: v.optional(wholeNumber(0, 120))
			})
		),
		month_end_days: v.optional(wholeNumber(0, 15)),
		retention_days: v.optional(v.nullable(wholeNumber(1, 36_500))),
		public: v.optional(publicSchema)
	});
}

const publicSchema = settings({
	enabled: v.optional(v.boolean('must be true or false')),
	phone: v.optional(
		v.nullable(
			settings({
				number: v.pipe(line(40), v.regex(/^[+0-9][0-9 ()./-]*$/, 'must be a phone number')),
				label: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
				verified_on: v.optional(
					v.nullable(v.pipe(v.string(), v.check(isDay, 'must be a date such as 2026-03-02'))),
					null
				)
			})
		)
	),
	channels: v.optional(
		v.pipe(
			v.array(
				settings({
					kind: v.picklist(channelKinds, `must be one of ${channelKinds.join(', ')}`),
					label: line(100),
					url: webAddress
				})
			),
			v.maxLength(20, 'at most 20')
		)
	),
	topics: v.optional(
		v.pipe(
			v.array(
				settings({
					slug: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'must be a slug')),
					name: line(100),
					urgent: v.optional(v.boolean(), false),
					prepare: v.optional(v.pipe(v.array(line(300)), v.maxLength(20, 'at most 20')), [])
				})
			),
			v.maxLength(50, 'at most 50'),
			v.rawCheck(({ dataset, addIssue }) => {
				if (!dataset.typed) return;
				const topics = dataset.value;
				const again = topics.findIndex((topic, i) =>
					topics.slice(0, i).some(({ slug }) => slug === topic.slug)
				);
				const topic = topics[again];
				if (!topic) return;
				addIssue({
					message: 'is there twice',
					path: [
						{ type: 'array', origin: 'value', input: topics, key: again, value: topic },
						{ type: 'object', origin: 'value', input: { ...topic }, key: 'slug', value: topic.slug }
					]
				});
			})
		)
	),
	parts: v.optional(settings({ now: v.boolean(), week: v.boolean(), accuracy: v.boolean() })),
	embed_origins: v.optional(v.pipe(v.array(origin), v.maxLength(100, 'at most 100'))),
	guide: v.optional(
		v.pipe(
			v.record(line(100), v.pipe(v.string(), v.maxLength(5000, 'at most 5000 characters'))),
			v.rawCheck(({ dataset, addIssue }) => {
				if (!dataset.typed) return;
				for (const [name, text] of Object.entries(dataset.value))
					if (/^freeze_url(\.|$)/.test(name) && text !== '' && !v.is(webAddress, text))
						addIssue({
							message: notAnAddress,
							path: [{ type: 'object', origin: 'value', input: dataset.value, key: name, value: text }]
						});
			})
		)
	),
	min_calls: v.optional(wholeNumber(10, 100000))
});
