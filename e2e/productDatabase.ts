import { openDatabase, type Database } from '#records/database.server.ts';
import type { Product } from './product.ts';

/** The database of a running product, to look into it or to put something there; to be closed. */
export function productDatabase({ databaseEnv, dataDir }: Product): Promise<Database> {
	return openDatabase({ databaseUrl: databaseEnv.DATABASE_URL ?? null, dataDir });
}
