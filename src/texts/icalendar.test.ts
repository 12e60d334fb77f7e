import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { zIcsCalendar } from '@ts-ics/schema-zod';
import { describe, expect, it } from 'vitest';
import { icalendar, type CalendarEntry } from './icalendar.ts';

const entry: CalendarEntry = {
	uid: 'wallet-1@calls.example',
	stampAt: Date.parse('2026-11-22T06:00:00Z'),
	startAt: Date.parse('2026-11-24T14:00:00+08:00'),
	endAt: Date.parse('2026-11-24T16:00:00+08:00'),
	summary: '拨打钱包客服；退款, 争议',
	description: ['大多数来电者等候不到 3 分钟。', 'C:\\path; a, b', 'Ends.'],
	url: 'tel:+864000000001',
	alarmMinutes: 5
};

describe('icalendar', () => {
	it('is what ical.js reads, with the right instants in the caller’s zone and any other', () => {
		const calendar = new ICAL.Component(ICAL.parse(icalendar([entry])));
		const [component] = calendar.getAllSubcomponents('vevent');
		if (!component) throw new Error('no entry');
		const event = new ICAL.Event(component);
		expect(event.startDate.toUnixTime() * 1000).toBe(entry.startAt);
		expect(event.endDate.toUnixTime() * 1000).toBe(entry.endAt);
		expect([event.summary, event.description]).toEqual([entry.summary, entry.description.join('\n')]);
		expect(component.getFirstPropertyValue('url')).toBe(entry.url);
		const wall = (timeZone: string) =>
			event.startDate.toJSDate().toLocaleString('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
		expect([wall('Asia/Shanghai'), wall('Europe/London')]).toEqual(['2026-11-24 14:00', '2026-11-24 06:00']);
		const trigger = component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
		expect(String(trigger)).toBe('-PT5M');
	});

	it('passes the schemas of ts-ics', () => {
		const read = convertIcsCalendar(zIcsCalendar, icalendar([entry, { ...entry, uid: '2', url: null }]));
		expect(read.events?.map(({ uid, start }) => [uid, start.date.getTime()])).toEqual([
			[entry.uid, entry.startAt],
			['2', entry.startAt]
		]);
		const broken = icalendar([entry]).replace(/^UID:.*\r\n/m, '');
		expect(() => convertIcsCalendar(zIcsCalendar, broken)).toThrow();
	});

	it('folds lines at 75 octets between characters', () => {
		const text = icalendar([{ ...entry, summary: '热线'.repeat(60) + '😀' }]);
		const lines = text.split('\r\n');
		expect(lines.at(-1)).toBe('');
		expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
		expect(text).not.toMatch(/[^\r]\n|�/);
		expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'热线'.repeat(60)}😀\r\n`);
	});

	it('lets no text begin a line of its own', () => {
		const text = icalendar([{ ...entry, summary: 'a\r\nATTACH:evil', url: 'tel:1\r\nATTACH:evil' }]);
		expect(text).not.toMatch(/^ATTACH/m);
	});
});
