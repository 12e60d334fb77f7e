import { writeAudit } from '#access/audit.server.ts';
import type { AuditNote } from '#model/audit.ts';
import type { Database } from '#records/database.server.ts';

/** Who the log of changes names for what is done with the command line: whoever may is whoever may on the machine. */
export const commandLine = 'command line';

/** Puts into the log of changes what a command has done. `now` in ms since 1970. */
export function noteCommand(database: Pick<Database, 'db'>, note: AuditNote, now: number): Promise<void> {
	return writeAudit(database, { who: commandLine, by: 'command' }, note, now);
}
