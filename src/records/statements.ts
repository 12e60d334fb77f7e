import type { ISql } from 'postgres';

/** Where statements run: the pool, a reserved connection or a transaction. */
export type Statements = ISql<{ bigint: number }>;
