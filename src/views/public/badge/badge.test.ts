import { inflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bestTime } from '#analysis/bestTime.ts';
import { busyMornings, officeLine, typicalOf } from '#analysis/fixtures/weeks.ts';
import type { BestTime } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import { langs, type Lang } from '#texts/lang.ts';
import { badgeJson } from './badgeJson.ts';
import { badgeLine, mailLine } from './badgeLine.ts';
import { badgePng } from './badgePng.server.ts';
import { badgeSvg } from './badgeSvg.ts';
import { letters, textWidth } from './letters.ts';

const open = Date.parse('2026-06-16T10:20:34+08:00');
const night = Date.parse('2026-06-16T22:20:34+08:00');

function answer(lang: Lang, now = open, changes: Partial<Queue> = {}): BestTime {
	const queue = officeLine(changes);
	return bestTime({ queue, lang, now, typical: typicalOf(queue, now, busyMornings) });
}

describe('the line of a badge', () => {
	it('says how it is now', () => {
		expect(badgeLine(answer('en'), 'en')).toEqual({
			label: 'Wallet help',
			message: 'open · most wait under 15 min',
			level: 5
		});
		expect(badgeLine(answer('zh', night), 'zh')).toEqual({
			label: '钱包客服',
			message: '不在服务时间 · 明天 09:00 开始服务',
			level: null
		});
	});

	it('names the next quiet time where nothing is said of now', () => {
		const line = officeLine();
		const parts = { ...line.public.parts, now: false };
		const said = badgeLine(answer('en', open, { public: { ...line.public, parts } }), 'en');
		expect(said.message).toMatch(/^open · quietest \w+ \d\d:\d\d–\d\d:\d\d$/);
		expect(said.level).toBeNull();
	});

	it('names a date and an offset in mail, and nothing of now', () => {
		expect(mailLine(answer('zh'), 'zh')).toMatchObject({
			label: '最佳来电时间',
			message: expect.stringMatching(/^\d+月\d+日 周. \d\d:\d\d–\d\d:\d\d UTC\+8 · 大多数等候不到 \d+ 分钟$/)
		});
		expect(mailLine(answer('en', open, { zone: 'Asia/Kolkata' }), 'en').message).toContain('UTC+5:30');
	});

	it('cuts long names', () => {
		const name = '非常'.repeat(40);
		expect(badgeLine(answer('zh', open, { name: { en: name, zh: name } }), 'zh').label).toMatch(
			/^(非常)+非?…$/
		);
	});
});

describe('the SVG', () => {
	it('is at most 0.5 KB compressed, and names what it shows', () => {
		for (const lang of langs)
			for (const now of [open, night]) {
				const { svg } = badgeSvg(badgeLine(answer(lang, now), lang), { lang, theme: 'auto' });
				expect(gzipSync(svg).length).toBeLessThanOrEqual(512);
				expect(svg).toMatch(/role="img"><title>[^<]+: [^<]+<\/title>/);
				expect(svg).not.toMatch(/href|url\(|<script| on\w+=/);
			}
	});

	it('escapes what managers wrote', () => {
		const evil = '"><script>&';
		const { svg } = badgeSvg({ label: evil, message: 'x\u0000', level: 3 }, { lang: 'en', theme: 'auto' });
		expect(svg).not.toContain('<script');
		expect(svg).toContain('&#34;&#62;&#60;script&#62;&#38;: x </title>');
	});
});

describe('the JSON', () => {
	it('is what shields.io reads', () => {
		expect(JSON.parse(badgeJson(badgeLine(answer('en'), 'en')))).toEqual({
			schemaVersion: 1,
			label: 'Wallet help',
			message: 'open · most wait under 15 min',
			color: '00494f',
			cacheSeconds: 300
		});
		expect(badgeJson(badgeLine(null, 'zh'))).toContain('"color":"6b777a"');
	});
});

describe('the PNG', () => {
	it('has letters for all that it can say, in both languages, on every day and with every wait', () => {
		const waits = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, null];
		const said = langs.flatMap((lang) => {
			const one = answer(lang);
			const [best] = one.best;
			if (!best) throw new Error('no window');
			const days = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2028, 0, 1 + i)));
			const windows = days.map((day, i) => ({
				...best,
				start: day.toISOString(),
				end: new Date(day.getTime() + 7_200_000).toISOString(),
				wait_minutes: { half_under: 1, most_under: waits[i % waits.length] ?? null }
			}));
			const lines = windows.map((window) => mailLine({ ...one, best: [window] }, lang));
			return [...lines, mailLine({ ...one, best: [] }, lang), mailLine(null, lang)];
		});
		const missing = new Set(
			said.flatMap(({ label, message }) => [...label, ...message]).filter((letter) => !letters.has(letter))
		);
		expect([...missing]).toEqual([]);
	});

	it('is a picture of the width that its text needs', () => {
		const line = mailLine(answer('zh'), 'zh');
		const png = Buffer.from(badgePng(line, 'light'));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
		expect(height).toBe(56);
		expect(width).toBe(
			Math.ceil(Math.ceil(92 + textWidth(line.label, 27) + 20) + textWidth(line.message, 27) + 20)
		);
		const from = png.indexOf('IDAT') + 4;
		const rows = inflateSync(png.subarray(from, from + png.readUInt32BE(from - 8)));
		expect(rows.length).toBe((Math.ceil(width / 2) + 1) * 56);
		expect(png.length).toBeLessThan(4096);
	});

	it('shows more ink the busier it is', () => {
		const sum = (level: 1 | 5) => {
			const png = Buffer.from(badgePng({ label: '', message: '', level }, 'dark'));
			const from = png.indexOf('IDAT') + 4;
			return inflateSync(png.subarray(from)).reduce((total, byte) => total + (byte >> 4) + (byte & 15), 0);
		};
		expect(sum(5)).toBeGreaterThan(sum(1));
	});
});
