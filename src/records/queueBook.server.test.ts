import { describe, expect, it } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { hearOthers, onNotice, tell, type Notice } from './notices.server.ts';
import { queueBook } from './queueBook.server.ts';
import { createQueues, findQueue, putQueue } from './queues.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();
const place = { zone: 'Asia/Shanghai', country: 'CN' };
const queue = defaultQueue('book', place);

describe('the book of queues', () => {
	it('has what this process stores at once, and nothing else', async () => {
		const book = await queueBook(database);
		expect(book.find('book')).toBeNull();
		const stored = await putQueue(database, queue);
		expect(book.find('book')).toEqual(stored);
		await putQueue(database, { ...queue, month_end_days: 7 });
		expect(book.byId(stored.id)?.queue.month_end_days).toBe(7);
		await createQueues(database, [{ slug: 'new', name: null }], place);
		expect(book.all().map(({ queue }) => queue.slug)).toEqual(['book', 'new']);
		expect(book.find('new')).toEqual(await findQueue(database, 'new'));
	});

	it('reads again what has changed elsewhere, and is one for all who ask', async () => {
		const book = await queueBook(database);
		expect(await queueBook(database)).toBe(book);
		await database.sql`update queue set slug = 'renamed' where slug = 'new'`;
		expect(book.find('new')).not.toBeNull();
		tell(database, { kind: 'queues_elsewhere' });
		const late = putQueue(database, { ...queue, month_end_days: 9 });
		await Promise.all([late, book.settled()]);
		expect(book.find('new')).toBeNull();
		expect(book.find('renamed')).not.toBeNull();
		expect(book.find('book')?.queue.month_end_days).toBe(9);
	});

	it('hears of what another process stores', async () => {
		const heard = new Promise<Notice>((resolve) => onNotice(database, resolve));
		await hearOthers(database);
		// Another process is another sender: its message is written by hand.
		await database.sql`select pg_notify('offpeak', ${JSON.stringify({ from: 'other', calls: [3, 4] })})`;
		expect(await heard).toEqual({ kind: 'calls_elsewhere', queueIds: [3, 4] });
	});

	it('does not take its own messages, or nonsense, for news', async () => {
		const notices: Notice[] = [];
		const end = onNotice(database, (notice) => notices.push(notice));
		await database.sql`select pg_notify('offpeak', 'no JSON')`;
		await putQueue(database, queue);
		await database.sql`select pg_notify('offpeak', ${JSON.stringify({ from: 'x', calls: null })})`;
		await expect.poll(() => notices.length).toBe(2);
		expect(notices.map(({ kind }) => kind)).toEqual(['queue', 'calls_elsewhere']);
		end();
	});
});
