import { zIcsCalendar } from '@ts-ics/schema-zod';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { myCallsTexts } from '#texts/myCalls.ts';
import { asCalendar, asText } from './myCallsExport.js';

const now = Date.parse('2026-11-23T03:00:00Z');
const call = {
	id: 'a1',
	queue: 'payments',
	line: '支付失败',
	phone: '400-000-0001',
	at: Date.parse('2026-11-23T02:12:00Z'),
	who: '李女士，工号 1024',
	ref: 'W-77; B',
	agreed: 'Money back\nwithin 3 days',
	remindAt: Date.parse('2026-11-26T01:00:00Z')
};
const plain = { ...call, id: 'a2', phone: '', ref: '', remindAt: null };
const texts = myCallsTexts('zh');

describe('the log as text', () => {
	it('says what is known of each call, and nothing of what is not', () => {
		const text = asText([call, plain], texts, (at) => new Date(at).toISOString().slice(0, 16));
		expect(text).toContain('2026-11-23T02:12  支付失败\n号码: 400-000-0001\n接听人及工号: 李女士，工号 1024');
		expect(text).toContain('跟进时间: 2026-11-26T01:00');
		expect(text.match(/跟进时间/g)).toHaveLength(1);
		expect(text.match(/工单号/g)).toHaveLength(1);
	});
});

describe('the log as a calendar', () => {
	const lines = asCalendar([call, plain], texts, now).replaceAll('\r\n ', '').split('\r\n');

	it('has each call, and an alarm where one wanted to follow up', () => {
		expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
		expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(1);
		expect(lines).toContain('DTSTART:20261126T010000Z');
		expect(lines).toContain('SUMMARY:跟进：支付失败');
		expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(3);
	});

	it('passes the schemas of ts-ics, and opens in ical.js at the right instants', () => {
		const text = asCalendar([call, plain], texts, now);
		const times = [call.at, call.remindAt, plain.at];
		const read = convertIcsCalendar(zIcsCalendar, text).events ?? [];
		expect(read.map(({ start }) => start.date.getTime()).sort()).toEqual(times.toSorted());
		const events = new ICAL.Component(ICAL.parse(text))
			.getAllSubcomponents('vevent')
			.map((event) => new ICAL.Event(event));
		expect(events.map(({ startDate }) => startDate.toUnixTime() * 1000).sort()).toEqual(times.toSorted());
		expect(events.some(({ description }) => description.includes('W-77; B\nMoney back'))).toBe(true);
	});

	it('escapes what would end a value', () => {
		expect(lines.find((line) => line.includes('W-77'))).toContain('W-77\\; B\\nMoney back\\nwithin 3 days');
	});

	it('has no line of more than 75 octets, and cuts no letter', () => {
		const long = asCalendar([{ ...call, agreed: '退款'.repeat(100) }], texts, now);
		for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(long.replaceAll('\r\n ', '')).toContain('退款'.repeat(100));
	});
});
