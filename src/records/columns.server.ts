import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Instants are `timestamptz`; queries hand them out as milliseconds (see instants.server.ts). */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
