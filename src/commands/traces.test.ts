import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from './listen.ts';
import { keepTraces, type Span } from './traces.ts';

const span: Span = {
	name: 'GET /docs',
	startAt: 1_795_000_000_000.25,
	endAt: 1_795_000_000_012.5,
	method: 'GET',
	path: '/docs',
	route: '/docs',
	status: 200,
	parent: null
};

test('spans go to the collector as OTLP, within the trace of whoever asked', async () => {
	const collector = createServer();
	onTestFinished(() => void collector.close());
	const endpoint = await listen(collector, '127.0.0.1', 0);
	const traces = keepTraces({ endpoint, headers: 'x-team=a%20b,y=2', service: 'offpeak' }, () => {});
	traces.add(span);
	const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
	traces.add({ ...span, status: 503, parent });
	const asked = once(collector, 'request');
	const ended = traces.end();
	const [request, response] = await asked;
	const body: unknown = await json(request);
	response.end('{}');
	await ended;
	expect(request.url).toBe('/v1/traces');
	expect(request.headers).toMatchObject({ 'x-team': 'a b', y: '2' });
	expect(body).toMatchObject({
		resourceSpans: [
			{
				resource: { attributes: [{ key: 'service.name', value: { stringValue: 'offpeak' } }] },
				scopeSpans: [
					{
						spans: [
							{
								name: 'GET /docs',
								kind: 2,
								startTimeUnixNano: '1795000000000250000',
								endTimeUnixNano: '1795000000012500000',
								status: { code: 0 }
							},
							{ traceId: 'a'.repeat(32), parentSpanId: 'b'.repeat(16), status: { code: 2 } }
						]
					}
				]
			}
		]
	});
});

test('a collector that is away is mentioned once, and nothing else', async () => {
	const collector = createServer();
	const endpoint = await listen(collector, '127.0.0.1', 0);
	collector.close();
	const said: string[] = [];
	const traces = keepTraces({ endpoint, headers: '', service: 'offpeak' }, (sentence) => said.push(sentence));
	for (let i = 0; i < 3; i++) {
		traces.add(span);
		await traces.end();
	}
	expect(said).toHaveLength(1);
});
