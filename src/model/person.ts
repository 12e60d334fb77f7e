export const roles = ['admin', 'manager', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Somebody who has signed in, and for which queues the role is (null: all). */
export interface Person {
	id: number;
	email: string;
	role: Role;
	queues: string[] | null;
}

/** Whether somebody who is limited to these queues (null: not limited) may see this one. */
export function mayRead(who: { queues: string[] | null } | null, slug: string): boolean {
	return who !== null && (who.queues === null || who.queues.includes(slug));
}
