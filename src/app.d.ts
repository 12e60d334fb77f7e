import type { Lang } from '#texts/lang.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Lang;
			/** The product's clock, read once a request. */
			now: number;
			/** The database could not be reached while this request was answered. */
			databaseGone?: boolean;
			/** The database's disk was full. */
			diskFull?: boolean;
			person: { email: string; role: 'admin' | 'manager' | 'viewer' } | null;
		}
	}
}
