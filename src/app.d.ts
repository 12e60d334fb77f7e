import type { Allowed } from '#access/allowed.ts';
import type { AuditNote } from '#model/audit.ts';
import type { SignedIn } from '#access/needsPasskey.ts';
import type { Lang } from '#texts/lang.ts';

declare global {
	namespace App {
		interface PageData {
			/** What of a view its address may leave open, such as the last seven days: said in links for others. */
			pinned?: Record<string, string>;
		}
		interface Locals {
			lang: Lang;
			/** The product's clock, read once a request. */
			now: number;
			/** The database could not be reached while this request was answered. */
			databaseGone?: boolean;
			/** What was sent is no form, whatever its Content-Type says. */
			badForm?: boolean;
			/** The database's disk was full. */
			diskFull?: boolean;
			/** Who has signed in, where the route asks. */
			person: SignedIn | null;
			/** Whom the route's rule has let through; null where it is open to all. */
			allowed: Allowed | null;
			/** Asks again whether the sender may still read: keys end, and sessions too. */
			isStillAllowed?: () => Promise<boolean>;
			/** What the audit log is to say of this request's change, in place of what was sent. */
			audit?: Partial<AuditNote>;
			/** Nothing was changed after all. */
			unchanged?: boolean;
		}
	}
}
