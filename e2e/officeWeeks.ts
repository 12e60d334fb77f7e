import { expect } from '@playwright/test';
import { apiKey, type Product } from './product.ts';

const hourMs = 3_600_000;

/** Eight weeks of workdays from 9 to 18 in Shanghai: 12 calls an hour, that wait longer the nearer to 10. */
export async function officeWeeks(product: Product, queue: string, now: number): Promise<void> {
	const lines: string[] = [];
	for (let startAt = now - 57 * 24 * hourMs; startAt < now - hourMs; startAt += hourMs) {
		const hourAt = Math.floor(startAt / hourMs) * hourMs;
		const wall = new Date(hourAt + 8 * hourMs);
		const [weekday, hour] = [wall.getUTCDay(), wall.getUTCHours()];
		if (weekday === 0 || weekday === 6 || hour < 9 || hour >= 18) continue;
		for (let i = 0; i < 12; i++) {
			const at = (seconds: number) => new Date(hourAt + i * 300_000 + seconds * 1000).toISOString();
			const wait = Math.max(5, 600 - Math.abs(hour - 10) * 90) * (1 + i / 12);
			lines.push(
				JSON.stringify({
					id: `${hourAt}-${i}`,
					queue,
					enqueued_at: at(0),
					answered_at: at(wait),
					ended_at: at(wait + 60)
				})
			);
		}
	}
	const hours = Object.fromEntries(
		['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '18:00']]])
	);
	const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
	const put = await fetch(`${product.url}/api/v1/queues/${queue}`, {
		method: 'PUT',
		headers,
		body: JSON.stringify({ zone: 'Asia/Shanghai', country: 'CN', hours: { ...hours, sat: [], sun: [] } })
	});
	expect(put.status).toBe(200);
	const sent = await fetch(`${product.url}/api/v1/calls`, {
		method: 'POST',
		headers: { ...headers, 'content-type': 'application/x-ndjson' },
		body: lines.join('\n')
	});
	expect(await sent.json()).toMatchObject({ rejected: 0 });
}
