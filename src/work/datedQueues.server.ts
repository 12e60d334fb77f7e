import type { Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { onNotice } from '#records/notices.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue, rereadSpecialDays } from '#records/specialDays.server.ts';
import type { Calendar } from '#time/calendar.ts';

/** A stored queue with the calendar that holds for it; the same object until its settings or its calendar change. */
export interface DatedQueue {
	id: number;
	queue: Queue & { calendar: Calendar };
}

interface Kept {
	of: StoredQueue;
	dated: DatedQueue | Promise<DatedQueue>;
}

const shelves = new WeakMap<Database['sql'], Map<number, Kept>>();

/** From memory, but for the first time and after a change of the settings or the calendar. */
export function datedOf(database: Database, stored: StoredQueue): DatedQueue | Promise<DatedQueue> {
	const shelf = shelfOf(database);
	const known = shelf.get(stored.id);
	if (known?.of === stored) return known.dated;
	const kept: Kept = { of: stored, dated: read(database, stored) };
	shelf.set(stored.id, kept);
	Promise.resolve(kept.dated).then(
		(dated) => (kept.dated = dated),
		() => {
			if (shelf.get(stored.id) === kept) shelf.delete(stored.id);
		}
	);
	return kept.dated;
}

async function read(database: Database, stored: StoredQueue): Promise<DatedQueue> {
	return { id: stored.id, queue: await datedQueue(database, stored) };
}

function shelfOf(database: Database): Map<number, Kept> {
	const known = shelves.get(database.sql);
	if (known) return known;
	const shelf = new Map<number, Kept>();
	shelves.set(database.sql, shelf);
	onNotice(database, ({ kind }) => {
		if (kind !== 'special_days') return;
		rereadSpecialDays(database);
		shelf.clear();
	});
	return shelf;
}
