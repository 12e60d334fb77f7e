import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client } from './client.ts';
import { apiKey, startProduct, type Product } from './product.ts';

const token = 'the auth token of an account';
let product: Product;
let client: Client;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: '2026-03-09T08:00:00Z', TWILIO_AUTH_TOKEN: token } });
	client = new Client(product);
});
test.afterAll(() => product.stop());

const fixtures = join(import.meta.dirname, '../src/sources/fixtures');
const fixture = (path: string) => readFileSync(join(fixtures, path), 'utf8');
const password = { authorization: `Basic ${Buffer.from(`anybody:${apiKey}`).toString('base64')}` };
const form = 'application/x-www-form-urlencoded';

async function offered(queue: string) {
	const rows = await client.load(queue, 'from=2026-03-02&to=2026-03-03&grain=day');
	return rows.map((row) => [row.offered, row.answered, row.wrap_seconds]);
}

test('FreeSWITCH posts its form straight, with the key as password, and twice is once', async () => {
	const post = () =>
		client.fetch('/calls?format=freeswitch-callcenter', {
			method: 'POST',
			headers: { ...password, 'content-type': form },
			body: fixture('freeswitch-callcenter/form.txt')
		});
	expect(await (await post()).json()).toMatchObject({ received: 1, created: 1 });
	expect(await (await post()).json()).toMatchObject({ received: 1, unchanged: 1 });
	expect(await offered('support-pbx-example')).toEqual([[1, 1, 0]]);
	const read = await client.fetch('/queues', { headers: password });
	expect(read.status).toBe(401);
});

test('a contact of Amazon Connect that is sent again corrects a day, and an older one changes nothing', async () => {
	const [contact = ''] = fixture('amazon-connect/resent.ndjson').split('\n');
	const send = (updated: string, work: number) =>
		client.send(
			contact
				.replace(/"LastUpdateTimestamp":"[^"]+"/, `"LastUpdateTimestamp":"${updated}"`)
				.replace(/"AfterContactWorkDuration":\d+/, `"AfterContactWorkDuration":${work}`),
			{ query: 'format=amazon-connect&queue=x' }
		);
	expect((await send('2026-03-02T01:23:05Z', 60)).answer.created).toBe(1);
	expect((await send('2026-03-08T04:09:47Z', 90)).answer.updated).toBe(1);
	expect((await send('2026-03-08T03:41:32Z', 10)).answer.unchanged).toBe(1);
	expect(await offered('payments')).toEqual([[1, 1, 90]]);
});

test('Firehose delivers to its endpoint and is answered as it wants', async () => {
	const records = [{ data: Buffer.from(fixture('amazon-connect/concatenated.json')).toString('base64') }];
	const response = await fetch(`${product.url}/api/v1/firehose?source=berlin`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-amz-firehose-request-id': 'delivery-1',
			'x-amz-firehose-access-key': apiKey
		},
		body: JSON.stringify({ requestId: 'delivery-1', timestamp: 1772414585000, records })
	});
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')).toBe('application/json');
	expect(await response.json()).toEqual({ requestId: 'delivery-1', timestamp: expect.any(Number) });
	expect(await offered('payments')).toEqual([[4, 3, 210]]);
});

test('Twilio’s events come one by one, signed, and make one call', async () => {
	const address = `${product.url}/api/v1/calls?format=twilio-taskrouter`;
	const post = (body: string, signature: string) =>
		fetch(address, {
			method: 'POST',
			headers: { ...password, 'content-type': form, 'x-twilio-signature': signature },
			body
		});
	const sign = (body: string) => {
		const fields = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : 1));
		return createHmac('sha1', token)
			.update(address + fields.flat().join(''))
			.digest('base64');
	};
	const [accepted, entered] = [
		fixture('twilio-taskrouter/accepted.txt'),
		fixture('twilio-taskrouter/entered.txt')
	];
	expect((await post(accepted, 'c2lnbmF0dXJl')).status).toBe(403);
	expect(await (await post(accepted, sign(accepted))).json()).toMatchObject({ created: 1 });
	expect((await post(entered, sign(entered))).status).toBe(200);
	const whole = await client.send(fixture('twilio-taskrouter/whole.ndjson'), {
		query: 'format=twilio-taskrouter&source=twilio-taskrouter'
	});
	expect(whole.answer.rejected).toBe(0);
	expect(await offered('payments')).toEqual([[5, 4, 270]]);
});

test('CloudEvents hold calls, and what vendors write', async () => {
	const before = await offered('payments');
	const sent = await client.send(fixture('cloudevents/vendors.json'), {
		type: 'application/cloudevents-batch+json',
		query: 'dry_run=true'
	});
	expect(sent.answer).toMatchObject({ received: 5, rejected: 0 });
	const call = fixture('cloudevents/structured.json');
	const stored = await client.send(call, { type: 'application/cloudevents+json', query: 'queue=events' });
	expect(stored.answer).toMatchObject({ received: 1, created: 1 });
	expect((before[0]?.[0] ?? 0) + 1).toBe((await offered('payments'))[0]?.[0]);
});

test('CloudEvents may come as headers, around a call or around the lines of a log', async () => {
	const event = (type: string, rest: Record<string, string>, body: string) =>
		client.fetch('/calls', {
			method: 'POST',
			headers: { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': '/pbx', 'ce-type': type, ...rest },
			body
		});
	const call = JSON.stringify({ queue: 'binary', enqueued_at: '2026-03-02T09:15:00+08:00' });
	const named = { 'ce-subject': 'c-90', 'content-type': 'application/json' };
	expect(await (await event('call.record.v1', named, call)).json()).toMatchObject({ created: 1 });
	expect(await (await event('call.record.v1', named, call)).json()).toMatchObject({ unchanged: 1 });
	const lines = fixture('asterisk-queue-log/completed.log');
	const text = { 'content-type': 'text/plain' };
	const answer = await (await event('x.asterisk-queue-log.lines', text, lines)).json();
	expect(answer).toMatchObject({ rejected: 0 });
	expect(answer.received).toBeGreaterThan(0);
});
