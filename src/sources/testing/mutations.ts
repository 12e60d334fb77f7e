import fc from 'fast-check';

/** What a parser may stumble over, besides any letter. */
const tokens = [
	...['{', '}', '[', ']', '"', ',', ':', ';', '|', '\\', '\n', '\r', '\r\n', '\t', '\0', '\ufffd', '\ufeff'],
	...['\ud800', '%', '%zz', '&', '=', '<', '</cdr>', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '<![CDATA['],
	...[
		'__proto__',
		'constructor',
		'null',
		'[]',
		'{}',
		'""',
		'-1',
		'1e400',
		'9'.repeat(40),
		'0.5',
		'true',
		'NONE'
	],
	...[
		'2026-03-02T01:15:00Z',
		'9999-12-31T23:59:59Z',
		'2026-02-30',
		'2026/03/02 09:15:00',
		'24:00:00',
		'cdr='
	],
	...['ENTERQUEUE', '|CONNECT|1|1|1', 'QUEUESTART', 'Call ', 'Chain: ', 'task.completed', 'member', 'acd'],
	...['x'.repeat(300), '['.repeat(200), '{"a":'.repeat(100)]
];

/** One change of a text: at a part of its length cut so much and put something there, or what stands elsewhere. */
export interface Change {
	at: number;
	cut: number;
	put: string | { from: number; length: number };
}

const part = fc.double({ min: 0, max: 1, noNaN: true });

export const change: fc.Arbitrary<Change> = fc.record({
	at: part,
	cut: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 400 })),
	put: fc.oneof(
		fc.constantFrom('', ...tokens),
		fc.string({ maxLength: 6, unit: 'binary' }),
		fc.record({ from: part, length: fc.integer({ min: 1, max: 300 }) })
	)
});

export function mutated(text: string, changes: Change[]): string {
	return changes.reduce((so, { at, cut, put }) => {
		const place = Math.floor(at * so.length);
		const more = typeof put === 'string' ? put : elsewhere(so, put);
		return so.slice(0, place) + more + so.slice(place + cut);
	}, text);
}

function elsewhere(text: string, { from, length }: { from: number; length: number }): string {
	const start = Math.floor(from * text.length);
	return text.slice(start, start + length);
}
