import type { Lang } from '#texts/lang.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Lang;
			/** The product's clock, read once a request. */
			now: number;
			person: { email: string; role: 'admin' | 'manager' | 'viewer' } | null;
		}
	}
}
