import type { Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import type { Lang } from '#texts/lang.ts';
import { formOf, type QueueForm } from './queueForm.ts';

export interface SettingsPage {
	slug: string;
	name: string;
	form: QueueForm;
	isPublic: boolean;
	mayChange: boolean;
	/** What has just been done, as the address says. */
	done: 'saved' | 'created' | null;
	/** To choose from. */
	zones: string[];
}

/** The page of a queue's settings, or null where there is no such queue. */
export async function settingsPage(
	database: Database,
	slug: string,
	{ lang, query, role }: { lang: Lang; query: URLSearchParams; role: Role | undefined }
): Promise<SettingsPage | null> {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { queue } = stored;
	return {
		slug,
		name: nameOf(queue, lang),
		form: formOf(queue),
		isPublic: queue.public.enabled,
		mayChange: mayChange(role),
		done: (['saved', 'created'] as const).find((name) => query.has(name)) ?? null,
		zones: ['UTC', ...Intl.supportedValuesOf('timeZone')]
	};
}

export type Role = 'admin' | 'manager' | 'viewer';

export function mayChange(role: Role | undefined): boolean {
	return role === 'admin' || role === 'manager';
}

function nameOf(queue: Queue, lang: Lang): string {
	return queue.name[lang];
}
