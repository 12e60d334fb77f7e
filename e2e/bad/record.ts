/** The clock of the product that gets the bad input, and what it keeps. */
export const now = '2026-03-02T12:00:00Z';
export const retentionDays = 3650;

let made = 0;

/** A record that must be stored whatever stands around it; each has an id of its own. It names no queue. */
export function good(): Record<string, unknown> {
	return {
		id: `good-${++made}`,
		enqueued_at: '2026-03-02T09:15:00+08:00',
		answered_at: '2026-03-02T09:15:20+08:00',
		ended_at: '2026-03-02T09:18:02+08:00'
	};
}

/** What a bad record is but for its mistake. */
export const base = { id: 'bad', queue: 'wallet', enqueued_at: '2026-03-02T09:15:00+08:00' };

/** The line, field and code of a refused record. */
export type Refused = [line: number, field: string | null, code: string];
