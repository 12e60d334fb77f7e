import fc from 'fast-check';

/** One event of a log, before it is written down: its second and the rest of its line. */
interface Line {
	at: number;
	text: string;
}

const startAt = 1_772_380_800;

/** What a caller may meet in one queue, as lines after the ENTERQUEUE at `at`; and when it was over. */
type Passage = (key: string, at: number, wait: number, talk: number) => { lines: Line[]; overAt: number };

const enter = (key: string, at: number, name = 'ENTERQUEUE||13800000001|1'): Line => ({
	at,
	text: `${key}|NONE|${name}`
});
const left =
	(event: (wait: number) => string): Passage =>
	(key, at, wait) => ({
		lines: [enter(key, at), { at: at + wait, text: `${key}|NONE|${event(wait)}` }],
		overAt: at + wait
	});
const answered =
	(event: (wait: number, talk: number) => string): Passage =>
	(key, at, wait, talk) => ({
		lines: [
			enter(key, at),
			{ at: at + wait, text: `${key}|PJSIP/20|RINGNOANSWER|${wait * 1000}` },
			{ at: at + wait, text: `${key}|PJSIP/21|CONNECT|${wait}|1.2|3` },
			{ at: at + wait + talk, text: `${key}|PJSIP/21|${event(wait, talk)}` }
		],
		overAt: at + wait + talk
	});

const passages: Passage[] = [
	answered((wait, talk) => `COMPLETECALLER|${wait}|${talk}|1`),
	answered((wait, talk) => `COMPLETEAGENT|${wait}|${talk}|1`),
	answered((wait, talk) => `ATTENDEDTRANSFER|LINK|a|b|${wait}|${talk}|1`),
	answered((wait, talk) => `BLINDTRANSFER|200|from-queue|${wait}|${talk}|1`),
	// Begun talking, and nothing more is written.
	(key, at, wait, talk) => {
		const { lines } = answered(() => 'COMPLETECALLER|1|1|1')(key, at, wait, talk);
		return { lines: lines.slice(0, -1), overAt: at + wait + talk };
	},
	left((wait) => `ABANDON|1|1|${wait}`),
	left((wait) => `EXITWITHTIMEOUT|1|1|${wait}`),
	left(() => 'EXITWITHTIMEOUT|1'),
	left((wait) => `EXITWITHKEY|1|1|1|${wait}`),
	left((wait) => `EXITEMPTY|1|1|${wait}`),
	left(() => 'SYSCOMPAT|'),
	(key, at, wait) => ({ lines: [enter(key, at)], overAt: at + wait }),
	// Its ENTERQUEUE is in a file that nobody has.
	(key, at, wait, talk) => {
		const { lines, overAt } = answered((w, t) => `COMPLETECALLER|${w}|${t}|1`)(key, at, wait, talk);
		return { lines: lines.slice(1), overAt };
	},
	// A dialplan that writes an ENTERQUEUE of its own.
	(key, at, wait, talk) => {
		const { lines, overAt } = left((w) => `ABANDON|1|1|${w}`)(key, at, wait, talk);
		return { lines: [enter(key, Math.max(startAt, at - 1), 'ENTERQUEUE|own'), ...lines], overAt };
	}
];

const journey = fc.record({
	second: fc.integer({ min: 0, max: 3000 }),
	passages: fc.array(
		fc.record({
			passage: fc.constantFrom(...passages),
			queue: fc.constantFrom('support', 'Sales EMEA'),
			wait: fc.integer({ min: 0, max: 90 }),
			talk: fc.integer({ min: 0, max: 400 }),
			pause: fc.integer({ min: 0, max: 40 })
		}),
		{ minLength: 1, maxLength: 4 }
	)
});

const noise = fc.record({
	at: fc.integer({ min: startAt, max: startAt + 4000 }),
	text: fc.constantFrom(
		'NONE|NONE|NONE|QUEUESTART|',
		'NONE|NONE|NONE|CONFIGRELOAD|',
		'MANAGER|support|PJSIP/21|ADDMEMBER|PAUSED',
		'NONE|support|PJSIP/21|PAUSE|lunch'
	)
});

/** Lines of a queue_log in the order of time: callers who come once or again, and what else is written. */
export const queueLogs: fc.Arbitrary<Line[]> = fc
	.tuple(fc.array(journey, { minLength: 1, maxLength: 12 }), fc.array(noise, { maxLength: 4 }))
	.map(([journeys, others]) => {
		const lines = journeys.flatMap(({ second, passages }, n) => {
			let at = startAt + second;
			return passages.flatMap(({ passage, queue, wait, talk, pause }) => {
				const key = `${startAt + second}.${n}|${queue}`;
				const { lines, overAt } = passage(key, at, wait, talk);
				at = overAt + pause;
				return lines;
			});
		});
		return [...lines, ...others].sort((a, b) => a.at - b.at);
	});

/** The lines as a file holds them. */
export function logText(lines: Line[]): string {
	return lines.map(({ at, text }) => `${at}|${text}\n`).join('');
}
