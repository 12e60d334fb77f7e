import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventSources } from './eventSources.ts';
import type { EventItem, EventSource, KeptEvent, SourceOptions, Visit } from './source.ts';

/**
 * Each file of fixtures/<format>/ beside its `.expected.json`: `why` it is there, `options` of the request, the `calls`
 * that it makes (fields that are null are left out), and the lines that are `refused`, with field and code; or why
 * nothing of it can be read.
 */
interface Expected {
	why: string;
	options?: Partial<SourceOptions>;
	calls: object[];
	refused?: unknown[];
	/** How the reason begins, where the body is refused as a whole. */
	unreadable?: string;
}

const folder = join(import.meta.dirname, 'fixtures');
const root = join(import.meta.dirname, '../..');

function inPieces(source: EventSource, text: string, size: number): EventItem[] {
	const items: EventItem[] = [];
	for (let at = 0; at < text.length; at += size) items.push(...source.read(text.slice(at, at + size)));
	return [...items, ...source.end()];
}

/** The calls of a whole file, as ingestion makes them: by trail, each event once. */
function callsOf({ fold }: EventSource, items: EventItem[]): object[] {
	const trails = new Map<string, Map<string, KeptEvent>>();
	for (const item of items) {
		if (!('event' in item)) continue;
		const { trail, content, caller } = item.event;
		if (content !== '') trails.set(trail, (trails.get(trail) ?? new Map()).set(content, { content, caller }));
	}
	const restarts = [...(trails.get('')?.keys() ?? [])].map(Number);
	trails.delete('');
	return [...trails].flatMap(([trail, events]) =>
		fold([...events.values()], restarts).map((visit, i) =>
			readable(i === 0 ? trail : `${trail}/${i + 1}`, visit)
		)
	);
}

function readable(id: string, visit: Visit): object {
	const instant = (at: number | null) =>
		at === null ? null : new Date(at).toISOString().replace('.000', '');
	const call = {
		id,
		enqueued_at: instant(visit.enqueuedAt),
		answered_at: instant(visit.answeredAt),
		ended_at: instant(visit.endedAt),
		outcome: visit.outcome,
		agent: visit.agent,
		talk_seconds: visit.talkSeconds,
		wrap_seconds: visit.wrapSeconds,
		caller: visit.caller
	};
	return Object.fromEntries(Object.entries(call).filter(([, value]) => value !== null));
}

describe.each(Object.entries(eventSources))('%s', (format, make) => {
	const files = readdirSync(join(folder, format)).filter((file) => !file.endsWith('.expected.json'));
	const isReadable = (file: string) =>
		!readFileSync(join(folder, format, file.replace(/\.\w+$/, '.expected.json')), 'utf8').includes(
			'unreadable'
		);
	const defaults = { zone: 'Asia/Shanghai', queue: null, fields: null };

	test('has fixtures', () => expect(files.length).toBeGreaterThan(5));

	test.each(files)('%s', (file) => {
		const text = readFileSync(join(folder, format, file), 'utf8');
		const expected: Expected = JSON.parse(
			readFileSync(join(folder, format, file.replace(/\.\w+$/, '.expected.json')), 'utf8')
		);
		const options = { ...defaults, ...expected.options };
		const source = make(options);
		if (expected.unreadable !== undefined) {
			expect(() => inPieces(source, text, text.length)).toThrow(expected.unreadable);
			return;
		}
		const items = inPieces(source, text, text.length);
		const refused = items.flatMap((item) =>
			'problem' in item ? [[item.line, item.problem.field, item.problem.code]] : []
		);
		expect({ why: expected.why, calls: callsOf(source, items), refused }).toEqual({
			why: expect.stringMatching(/\w{3}/),
			calls: expected.calls,
			refused: expected.refused ?? []
		});
		for (const size of [1, 7, 100]) expect(inPieces(make(options), text, size)).toEqual(items);
	});

	test('keeps no number of anybody', () => {
		for (const file of files.filter(isReadable)) {
			const source = make(defaults);
			const items = inPieces(source, readFileSync(join(folder, format, file), 'utf8'), 1000);
			const kept = items.flatMap((item) => ('event' in item ? [item.event.content] : []));
			expect(kept.filter((content) => /\+\d{6}|4930/.test(content))).toEqual([]);
		}
	});

	test('has a row in the README, which leads to a page of its own', () => {
		const [, page = ''] =
			new RegExp(`\\[\`${format}\`\\]\\((docs/sources/\\S+\\.md)\\)`).exec(
				readFileSync(join(root, 'README.md'), 'utf8')
			) ?? [];
		expect(page).not.toBe('');
		expect(readFileSync(join(root, page), 'utf8')).toContain(format);
	});
});

/** All that `apps/app_queue.c` of 1.4 to 23 writes, and what dialplans and products have been seen to add. */
const queueEvents = [
	...[
		'ENTERQUEUE',
		'CONNECT',
		'COMPLETECALLER',
		'COMPLETEAGENT',
		'ABANDON',
		'EXITWITHTIMEOUT',
		'EXITWITHKEY'
	],
	...[
		'EXITEMPTY',
		'TRANSFER',
		'BLINDTRANSFER',
		'ATTENDEDTRANSFER',
		'RINGNOANSWER',
		'RINGCANCELED',
		'WITHDRAW'
	],
	...['AGENTDUMP', 'SYSCOMPAT', 'ADDMEMBER', 'REMOVEMEMBER', 'PAUSE', 'UNPAUSE', 'PAUSEALL', 'UNPAUSEALL'],
	...['PENALTY', 'RINGINUSE', 'AGENTLOGIN', 'AGENTLOGOFF', 'AGENTCALLBACKLOGIN', 'AGENTCALLBACKLOGOFF'],
	...['QUEUESTART', 'CONFIGRELOAD', 'OUTCALL', 'DID', 'FULL', 'CLOSED', 'JOINEMPTY', 'LEAVEEMPTY'],
	...[
		'DIVERT_CA_RATIO',
		'DIVERT_HOLDTIME',
		'WRAPUPSTART',
		'HEARTBEAT',
		'INFO',
		'CALLSTATUS',
		'OUTDIAL',
		'OUTANSWER'
	],
	...['OUTCANCEL', 'OUTCHANUNAVAIL', 'OUTCONGESTION', 'OUTTRANSFER']
];

test.each(queueEvents)('there is a fixture of %s', (event) => {
	const logs = readdirSync(join(folder, 'asterisk-queue-log')).filter((file) => file.endsWith('.log'));
	const texts = logs.map((file) => readFileSync(join(folder, 'asterisk-queue-log', file), 'utf8'));
	expect(texts.some((text) => text.includes(`|${event}|`) || text.includes(`|${event}\n`))).toBe(true);
});
