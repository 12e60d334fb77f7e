/** The calls of the examples: the test takes each of them in. */
export const waiting = { id: 'c-17', queue: 'payments', enqueued_at: '2026-03-02T09:15:00+08:00' };

export const ended = {
	...waiting,
	answered_at: '2026-03-02T09:16:30+08:00',
	ended_at: '2026-03-02T09:21:00+08:00',
	agent: 'Li',
	topic: 'refund'
};

export const answered = {
	id: 'c-18',
	queue: 'payments',
	enqueued_at: '2026-03-02T09:15:40+08:00',
	answered_at: '2026-03-02T09:16:05+08:00'
};

export const deleted = { id: 'c-18', deleted: true };

export const ndjsonText = `${JSON.stringify(answered)}\n${JSON.stringify(ended)}\n`;

export const csvText =
	'id,queue,enqueued_at,answered_at,ended_at\n' +
	'c-17,payments,2026-03-02T09:15:00+08:00,2026-03-02T09:16:30+08:00,2026-03-02T09:21:00+08:00\n' +
	'c-19,payments,2026-03-02T09:15:50+08:00,,2026-03-02T09:16:20+08:00\n';

export const eventOfCall = {
	specversion: '1.0',
	type: 'call.record.v1',
	source: '/pbx/berlin',
	id: 'c-17/3',
	subject: 'c-17',
	data: ended
};

export const vconOfCall = {
	vcon: '0.4.0',
	uuid: '0195b7a6-a961-846e-9dd8-dd37220d739c',
	created_at: '2026-03-02T01:22:00Z',
	extensions: ['CC'],
	parties: [{ tel: '+49301234567', role: 'customer' }],
	dialog: [
		{
			type: 'incomplete',
			disposition: 'hung-up',
			start: '2026-03-02T01:15:00Z',
			duration: 30,
			parties: [0],
			skill: 'payments'
		}
	]
};

export const taken = {
	received: 5,
	created: 2,
	updated: 1,
	unchanged: 1,
	rejected: 1,
	errors: [
		{
			line: 3,
			id: 'c-17',
			field: 'ended_at',
			code: 'ends_before_it_starts',
			message: 'ended_at is before enqueued_at'
		}
	]
};
