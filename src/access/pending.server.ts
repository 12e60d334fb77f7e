import { and, eq, gt, lt } from 'drizzle-orm';
import { pendingSignIn } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { hashOf, newToken } from './token.server.ts';

type Connection = Pick<Database, 'db'>;

export const pendingMinutes = 10;

/** Keeps what the next step of a sign-in needs, and gives what the browser has to come back with. */
export async function remember(
	{ db }: Connection,
	kind: string,
	{ data, now }: { data: Record<string, string>; now: number }
): Promise<string> {
	const token = newToken();
	await db.delete(pendingSignIn).where(lt(pendingSignIn.expiresAt, new Date(now)));
	const expiresAt = new Date(now + pendingMinutes * 60_000);
	await db.insert(pendingSignIn).values({ hash: hashOf(token), kind, data, expiresAt });
	return token;
}

/** Gives it once; null when there is none, or it is too old. */
export async function recall(
	{ db }: Connection,
	kind: string,
	{ token, now }: { token: string; now: number }
): Promise<Record<string, string> | null> {
	const { hash, kind: ofKind, expiresAt, data } = pendingSignIn;
	const [row] = await db
		.delete(pendingSignIn)
		.where(and(eq(hash, hashOf(token)), eq(ofKind, kind), gt(expiresAt, new Date(now))))
		.returning({ data });
	return row?.data ?? null;
}
