import { expect, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { parseQueue } from '#model/parseQueue.ts';
import { isZone } from '#time/zone.ts';
import { walletQueues } from './wallet.ts';
import { walletLines } from './walletLines.ts';

test.each(walletQueues)('$slug is a queue as the API takes it', (queue) => {
	const known = defaultQueue(queue.slug, { zone: 'UTC', country: 'US' });
	expect(parseQueue(JSON.parse(JSON.stringify(queue)), known, isZone)).toEqual({ queue });
});

test('what is urgent is served first, and only that', () => {
	const lines = new Map(Object.entries(walletLines));
	for (const { slug, public: part } of walletQueues)
		for (const topic of part.topics) {
			const behaviour = lines.get(slug)?.topics.find((one) => one.slug === topic.slug);
			expect((behaviour?.priority ?? NaN) > 0).toBe(topic.urgent);
		}
});

test('the shares of the topics are the whole, and a team has a name for every agent', () => {
	for (const { topics, agents, team } of Object.values(walletLines)) {
		expect(topics.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
		expect(team.size).toBeGreaterThanOrEqual(1.5 * Math.max(...agents.workday, ...agents.restDay));
	}
});
