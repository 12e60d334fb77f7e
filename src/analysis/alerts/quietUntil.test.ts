import { describe, expect, it } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import type { OpenTimes } from '#model/queue.ts';
import { instantOf } from '#time/zone.ts';
import { quietUntil } from './quietUntil.ts';

const zone = 'Europe/Berlin';
const week = defaultQueue('support', { name: null, zone, country: 'DE' });
const office: OpenTimes = [['09:00', '17:00']];
const queue = { ...week, hours: { ...week.hours, mon: office, tue: office, sun: [], sat: [] } };
const at = (date: string, hour: number) => instantOf(zone, date, hour * 60);
const night = { from: '22:00', to: '07:00' };

describe('quiet hours', () => {
	it('run over midnight by the clock of the queue', () => {
		expect(quietUntil(night, queue, at('2026-03-02', 21))).toBeNull();
		expect(quietUntil(night, queue, at('2026-03-02', 22))).toBe(at('2026-03-03', 7));
		expect(quietUntil(night, queue, at('2026-03-03', 6))).toBe(at('2026-03-03', 7));
		expect(quietUntil(night, queue, at('2026-03-03', 7))).toBeNull();
	});

	it('are an hour shorter in the night in which the clock is put forward', () => {
		const [begin, end] = [at('2026-03-28', 22), at('2026-03-29', 7)];
		expect(quietUntil(night, queue, begin)).toBe(end);
		expect(end - begin).toBe(8 * 3_600_000);
	});

	it('within a day end on that day', () => {
		expect(quietUntil({ from: '12:00', to: '13:30' }, queue, at('2026-03-02', 13))).toBe(
			instantOf(zone, '2026-03-02', 13 * 60 + 30)
		);
		expect(quietUntil({ from: '12:00', to: '13:30' }, queue, at('2026-03-02', 11))).toBeNull();
	});

	it('can be those in which the queue is closed, weekends and holidays too', () => {
		expect(quietUntil('closed', queue, at('2026-03-02', 10))).toBeNull();
		expect(quietUntil('closed', queue, at('2026-03-02', 18))).toBe(at('2026-03-03', 9));
		expect(quietUntil('closed', queue, at('2026-02-28', 12))).toBe(at('2026-03-02', 9));
	});

	it('are none where none are set', () => {
		expect(quietUntil('never', queue, at('2026-03-02', 3))).toBeNull();
	});
});
