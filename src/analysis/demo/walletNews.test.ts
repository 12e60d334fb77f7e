import { expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { walletNews } from './walletNews.ts';
import { walletYear } from './walletYear.ts';

const at = (time: string) => Date.parse(`2026-11-02T${time}+08:00`);
const seed = 1;

test('told bit by bit, the calls are those that are told at once', () => {
	const [fromAt, toAt] = [at('09:58:00'), at('10:20:00')];
	const told = new Map<string, Call>();
	for (const call of walletYear({ seed, fromAt: fromAt - 14_400_000, toAt: fromAt })) told.set(call.id, call);
	const early = told.size;
	let pieces = 0;
	for (let from = fromAt; from < toAt; from += 60_000) {
		const news = walletNews({ seed, fromAt: from, toAt: from + 60_000 });
		pieces += news.length;
		for (const call of news) told.set(call.id, call);
	}
	const atOnce = [...walletYear({ seed, fromAt: fromAt - 14_400_000, toAt })];
	expect(told.size).toBeGreaterThan(early + 20);
	expect(pieces).toBeLessThan(told.size);
	expect([...told.values()].sort(byTime)).toEqual(atOnce.sort(byTime));
});

test('nothing has happened in no time', () => {
	expect(walletNews({ seed, fromAt: at('10:00:00'), toAt: at('10:00:00') })).toEqual([]);
});

function byTime(a: Call, b: Call): number {
	return a.enqueuedAt - b.enqueuedAt || (a.id < b.id ? -1 : 1);
}
