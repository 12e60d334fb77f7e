import type { AuditFilter } from '#access/audit.server.ts';
import { addDays, dayStart, isDate } from '#time/zone.ts';

/** What the address of the log says: part of a name, a queue, the first and last day (both in), and where to go on. */
export interface AuditAddress {
	who: string;
	queue: string;
	from: string;
	to: string;
	before: number | null;
}

export function auditAddress(query: URLSearchParams): AuditAddress {
	const date = (name: string) => {
		const text = query.get(name) ?? '';
		return isDate(text) && text >= '1970-01-02' && text < '2200-01-01' ? text : '';
	};
	const before = query.get('before') ?? '';
	return {
		who: (query.get('who') ?? '').trim().slice(0, 254),
		queue: (query.get('queue') ?? '').slice(0, 64),
		from: date('from'),
		to: date('to'),
		before: /^\d{1,15}$/.test(before) ? Number(before) : null
	};
}

/** Days are of this zone. */
export function auditFilter({ who, queue, from, to, before }: AuditAddress, zone: string): AuditFilter {
	return {
		who,
		queue,
		fromAt: from ? dayStart(zone, from) : null,
		toAt: to ? dayStart(zone, addDays(to, 1)) : null,
		before
	};
}

/** The same as a query, to go on with. */
export function auditQuery(address: AuditAddress): `?${string}` {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(address))
		if (value !== '' && value !== null) query.set(name, String(value));
	return `?${query}`;
}
