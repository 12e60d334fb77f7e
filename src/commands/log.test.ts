import { expect, test } from 'vitest';
import { keepLog } from './log.ts';

function captured(mode: 'text' | 'json') {
	const lines: string[] = [];
	const say = (...args: unknown[]) => void lines.push(args.join(' '));
	const fake = { ...console, log: say, error: say, warn: say };
	const log = keepLog(mode, fake, { write: (line: string) => void lines.push(line) });
	return { lines, console: fake, log };
}

test('as JSON every line is one object, with what went wrong and without secrets', () => {
	const { lines, console, log } = captured('json');
	console.log('Offpeak is ready at %s', 'http://127.0.0.1:3000');
	console.error('Forecasts:', new Error('refused for offpeak_abcdefghijkl of +86 138 0013 8000'));
	log.request({ request_id: 'r-1', method: 'GET', path: '/docs', status: 200, ms: 3 });
	log.request({ request_id: 'r-2', method: 'GET', path: '/docs', status: 503, ms: 3 });
	const [ready, failed, request, broken] = lines.map((line) => JSON.parse(line));
	expect(ready).toMatchObject({ level: 'info', msg: 'Offpeak is ready at http://127.0.0.1:3000' });
	expect(ready.time).toMatch(/^\d{4}-\d\d-\d\dT/);
	expect(failed.level).toBe('error');
	expect(failed.msg).toMatch(/^Forecasts: Error: refused for offpeak_… of …\n +at /);
	expect(request).toMatchObject({ level: 'info', msg: 'request', request_id: 'r-1', status: 200 });
	expect(broken.level).toBe('error');
});

test('for people it stays text, also without secrets, and requests are not told', () => {
	const { lines, console, log } = captured('text');
	console.error('Bearer %s', 'abcdef');
	log.request({ request_id: 'r-1', method: 'GET', path: '/docs', status: 200, ms: 3 });
	expect(lines).toEqual(['Bearer …']);
});
