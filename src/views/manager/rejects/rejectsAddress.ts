import type { RejectFilter } from '#records/rejects.server.ts';
import { addDays, dayStart, isDate } from '#time/zone.ts';

/** What the address of the page says, made whole; what makes no sense is left out. */
export interface RejectsAddress {
	source: string | null;
	code: string | null;
	/** Both are in. */
	fromDate: string | null;
	toDate: string | null;
	/** Only what was received before this one: where the page before ended. */
	before: number | null;
}

export function rejectsAddress(query: URLSearchParams): RejectsAddress {
	const text = (name: string) => query.get(name)?.slice(0, 200) || null;
	const date = (name: string) => {
		const value = text(name);
		return value !== null && isDate(value) && value >= '1970-01-02' && value < '2100-01-01' ? value : null;
	};
	const before = text('before');
	return {
		source: text('source'),
		code: text('code'),
		fromDate: date('from'),
		toDate: date('to'),
		before: before !== null && /^\d{1,15}$/.test(before) ? Number(before) : null
	};
}

/** The filter of the address, its days by wall time of the zone. */
export function filterOf({ source, code, fromDate, toDate }: RejectsAddress, zone: string): RejectFilter {
	return {
		source,
		format: null,
		code,
		fromAt: fromDate === null ? null : dayStart(zone, fromDate),
		toAt: toDate === null ? null : dayStart(zone, addDays(toDate, 1))
	};
}
