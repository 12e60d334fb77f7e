import { expect, test } from '@playwright/test';
import { ruleOf, rules, type Rule, type Way } from '#access/rules.ts';
import type { OpenApi } from '#views/api/openapi/types.ts';
import { operations } from '#views/api/openapi/operations.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { makeReaders, type Reader } from './readers.ts';
import { servedRoutes, type Door } from './servedRoutes.ts';

test.describe.configure({ mode: 'default' });

const own = 'eigene';
const foreign = 'fremdling';
const doors = servedRoutes();

let product: Product;
let readers: Reader[];
test.beforeAll(async () => {
	product = await startProduct();
	const client = new Client(product);
	for (const slug of [own, foreign]) {
		await client.putQueue(slug, { name: { en: slug, zh: slug } });
		await client.send({ id: slug, queue: slug, enqueued_at: new Date(Date.now() - 3_600_000).toISOString() });
	}
	readers = await makeReaders(product, [own]);
});
test.afterAll(() => product.stop());

const nameOf = ({ route, method, form }: Omit<Door, 'isPage'>) =>
	`${method} ${route}${form === null ? '' : ` ?/${form}`}`;
const stated = ({ route, method, form }: Door) => ruleOf(route, method, form);

test('every door of the running application has a stated rule, and every rule a door', () => {
	expect(doors.length).toBeGreaterThan(60);
	expect(doors.filter((door) => stated(door) === null).map(nameOf)).toEqual([]);
	const served = new Set(doors.map(nameOf));
	const ruled = Object.entries(rules).flatMap(([route, { forms = {}, ...methods }]) => [
		...Object.keys(methods).map((method) => nameOf({ route, method, form: null })),
		...Object.keys(forms).map((form) => nameOf({ route, method: 'POST', form }))
	]);
	expect(ruled.filter((name) => !served.has(name))).toEqual([]);
});

test('what the API says of itself is what its rules say', async () => {
	const api: OpenApi = await (await fetch(`${product.url}/openapi.json`)).json();
	const described = operations(api);
	expect(described.length).toBeGreaterThan(20);
	const said = described.map(({ method, path, operation }) => {
		const scopes = operation.security.flatMap((way) => Object.values(way)[0] ?? []);
		return `${method.toUpperCase()} ${path}: ${[...new Set(scopes)].join() || 'open'}`;
	});
	const ruled = described.map(({ method, path }) => {
		const route = routeOf(path, method.toUpperCase());
		const rule = route ? ruleOf(route, method.toUpperCase(), null) : null;
		return `${method.toUpperCase()} ${path}: ${rule === null ? 'no rule' : rule === 'open' ? 'open' : rule.keys}`;
	});
	expect(said).toEqual(ruled);
});

/** Written here once more, plainly, so that it does not repeat a mistake of the guard's. */
function mayPass(rule: Rule, reader: Reader, queue: string | null): boolean {
	if (rule === 'open') return true;
	const ranks = ['viewer', 'manager', 'admin'];
	const isRole =
		reader.role !== null &&
		rule.people !== undefined &&
		ranks.indexOf(reader.role) >= ranks.indexOf(rule.people);
	const isKey = rule.keys !== undefined && reader.scopes.includes(rule.keys);
	if (!isRole && !isKey) return false;
	if (reader.queues === null) return true;
	if (rule.reach === 'all') return false;
	return rule.reach !== 'one' || (queue !== null && reader.queues.includes(queue));
}

for (const queue of [own, foreign])
	test(`each door opens to those its rule names and to nobody else: ${queue}`, async () => {
		test.setTimeout(300_000);
		const wrong: string[] = [];
		for (const door of doors) {
			const rule = stated(door);
			const hasQueue = door.route.includes('[queue]');
			if (rule === null || (!hasQueue && queue === foreign)) continue;
			for (const reader of rule === 'open' ? readers.slice(0, 1) : readers) {
				const { passed, text, status } = await knock(door, reader, queue);
				const who = `${reader.name} at ${nameOf(door)} for ${queue}`;
				if (passed !== mayPass(rule, reader, hasQueue ? queue : null))
					wrong.push(`${who}: ${passed ? 'let through' : 'refused'} (${status})`);
				if (status >= 500) wrong.push(`${who}: ${status}`);
				if (passed && reader.queues !== null && queue === own && isLimited(rule) && text.includes(foreign))
					wrong.push(`${who}: is shown ${foreign}`);
			}
		}
		expect(wrong).toEqual([]);
	});

test('a viewer may read and never write', () => {
	const writes = doors.filter(({ method, form }) => form !== null || !['GET', 'OPTIONS'].includes(method));
	const ofViewers = writes.filter((door) => {
		const rule = stated(door);
		return rule !== null && rule !== 'open' && rule.people === 'viewer' && rule.reach !== 'none';
	});
	expect(ofViewers.map(nameOf)).toEqual([]);
});

test('an address without a rule is for administrators of all queues only', async () => {
	const open = [];
	for (const reader of readers) {
		const init = { headers: reader.headers, redirect: 'manual', method: 'DELETE' } as const;
		const { status } = await fetch(`${product.url}/api/v1/queues/${own}`, init);
		if (status !== 401 && status !== 403) open.push(reader.name);
	}
	expect(open).toEqual(['admin', 'key admin']);
});

function isLimited(rule: Rule): rule is Way {
	return rule !== 'open';
}

/** Asks as this reader; whether that was let through, whatever became of it then. */
async function knock(
	door: Door,
	{ headers }: Reader,
	queue: string
): Promise<{ passed: boolean; status: number; text: string }> {
	const path = door.route
		.replace(/\/\([a-z]+\)/g, '')
		.replaceAll('[queue]', queue)
		.replace(/\[[^\]]+\]/g, '1');
	const query = door.form === null || door.form === 'default' ? '' : `?/${door.form}`;
	const isWrite = door.form !== null || ['PUT', 'POST', 'PATCH', 'DELETE'].includes(door.method);
	const isForm = door.form !== null;
	const body = !isWrite ? {} : { body: isForm ? '' : '{}' };
	// As a browser without scripts asks: then what a form answers is a page or a redirect.
	const accept = { accept: isForm ? 'text/html' : '*/*' };
	const type = { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' };
	const ends = new AbortController();
	const response = await fetch(`${product.url}${path || '/'}${query}`, {
		method: door.method,
		headers: { ...headers, ...accept, ...(isWrite && type) },
		redirect: 'manual',
		signal: ends.signal,
		...body
	});
	const { status } = response;
	const toSignIn = status === 303 && response.headers.get('location')?.includes('/sign-in?to=');
	const passed = status !== 401 && status !== 403 && !toSignIn;
	const streams = response.headers.get('content-type')?.startsWith('text/event-stream');
	const text = streams ? '' : await response.text();
	ends.abort();
	return { passed, status, text: text.toLowerCase() };
}

/** The route that serves a path of the description. */
function routeOf(path: string, method: string): string | undefined {
	const asPath = (route: string) =>
		route
			.replace(/\/\([a-z]+\)/g, '')
			.replaceAll('[', '{')
			.replaceAll(']', '}') || '/';
	return doors.find((door) => asPath(door.route) === path && door.method === method)?.route;
}
