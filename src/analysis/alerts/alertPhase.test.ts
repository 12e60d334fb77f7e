import { describe, expect, it } from 'vitest';
import { calmStand, lostMs, nextStand, type AlertStand } from './alertPhase.ts';

const minute = 60_000;

/** Looks once a minute; each letter is what is seen: `x` it holds, `.` it does not, `?` it cannot be known. */
function course(seen: string, holdMs: number, everyMs = minute): string[] {
	let stand: AlertStand = calmStand;
	return [...seen].map((sign, i) => {
		const now = 1_000_000_000 + i * everyMs;
		const step = nextStand(stand, sign === '?' ? null : sign === 'x', { now, holdMs });
		stand = step.stand;
		return step.event ?? stand.phase;
	});
}

describe('the course of a rule', () => {
	it('fires when it has held for long enough, and resolves when it has been over for as long', () => {
		expect(course('.xxx...', 2 * minute)).toEqual([
			...['clear', 'pending', 'pending', 'fired'],
			...['clearing', 'clearing', 'resolved']
		]);
	});

	it('fires and resolves at once without a hold time', () => {
		expect(course('x.x', 0)).toEqual(['fired', 'resolved', 'fired']);
	});

	it('never fires for what dances about the limit, and fires once when it danced up to it', () => {
		expect(course('x.x.x.x.', 2 * minute)).not.toContain('fired');
		const danced = course('xxx.x.x..x', 2 * minute);
		expect(danced.filter((one) => one === 'fired')).toHaveLength(1);
		expect(danced).not.toContain('resolved');
		expect(danced.at(-1)).toBe('firing');
	});

	it('does not count what it has not seen towards the hold time', () => {
		expect(course('xx', 2 * minute, 2 * minute)).toEqual(['pending', 'pending']);
		expect(course('x?x', 2 * minute)).toEqual(['pending', 'blind', 'pending']);
	});

	it('keeps a firing while nothing can be known, but not for ever', () => {
		const long = '?'.repeat(lostMs / minute);
		expect(course(`x${long}`, 0).at(-1)).toBe('lost');
		expect(course(`x${long}?`, 0).at(-1)).toBe('unknown');
		expect(course('x??x', 0)).toEqual(['fired', 'lost', 'lost', 'firing']);
		expect(course('x??.', 0).at(-1)).toBe('resolved');
	});

	it('says since when', () => {
		const holds = { now: 5 * minute, holdMs: 10 * minute };
		const first = nextStand(calmStand, true, holds).stand;
		expect(first).toEqual({ phase: 'pending', sinceAt: 5 * minute, seenAt: 5 * minute });
		const next = nextStand(first, true, { ...holds, now: 6 * minute }).stand;
		expect(next).toEqual({ phase: 'pending', sinceAt: 5 * minute, seenAt: 6 * minute });
	});
});
