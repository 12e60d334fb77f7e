import { Attempts } from '#access/attempts.ts';
import { askOutside, type OutboundProblem } from '#access/outbound.server.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { embedReleases } from '#views/public/embedScript.ts';
import { checkPage, type PageFinding } from './checkPage.ts';

export type CheckedAddress = { address: string } & (
	{ problem: OutboundProblem | 'too_many' | 'refused'; at: string } | { findings: PageFinding[]; at: string }
);

interface Checker {
	person: { email: string; role: 'admin' | 'manager' | 'viewer' } | null;
	now: number;
	root: string;
	allowPrivate: boolean;
}

const attempts = new Attempts(20, 60_000);

/** Reads the page that a manager names and says what it does with a line. Null where there is no such queue. */
export async function checkAddress(
	database: Database,
	slug: string,
	given: string,
	{ person, now, root, allowPrivate }: Checker
): Promise<CheckedAddress | null> {
	const address = given.trim().slice(0, 2000);
	const refuse = (problem: 'too_many' | 'refused') => ({ address, problem, at: address });
	if (!person || person.role === 'viewer') return refuse('refused');
	if (attempts.tooMany(person.email, now)) return refuse('too_many');
	attempts.failed(person.email, now);
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const page = await askOutside(address, {
		allowPrivate,
		headers: { accept: 'text/html,application/xhtml+xml' }
	});
	if ('problem' in page) return { address, problem: page.problem, at: page.url };
	const { enabled: isPublic, embed_origins: embedOrigins } = stored.queue.public;
	const findings = checkPage(page, { slug, isPublic, embedOrigins, root, releases: embedReleases });
	return { address, findings, at: page.url.href };
}
