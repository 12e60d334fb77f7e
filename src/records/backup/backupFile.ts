/**
 * A backup is gzip around lines of text. The first is a `Head`; then for each table a `TableHead`, its rows as
 * PostgreSQL's COPY writes them (a row a line, whatever is in it), and the line `\.`; the last is an `End`.
 */
export interface Head {
	format: 'offpeak-backup';
	version: 1;
	/** RFC 3339. */
	made_at: string;
	/** The latest migration that the database had (`when` of drizzle/meta/_journal.json). */
	migrated_to: number;
}

export interface TableHead {
	schema: string;
	table: string;
	columns: string[];
}

export interface End {
	/** Rows by table, as `public.call`. */
	rows: Record<string, number>;
	/** What the figures of each queue add up to: equal before and after, or something went wrong. */
	figures: QueueFigures[];
	/** SHA-256 of all before this line, in hexadecimal digits. */
	sha256: string;
}

/** Sums over all of a queue: of its calls, and of its figures by level (minutes). */
export interface QueueFigures {
	queue: string;
	calls: number;
	levels: { level: number; rows: number; offered: number; answered_wait_ms: number; talk_seconds: number }[];
}

export const endOfRows = '\\.';

/** `"schema"."name"` */
export const quoted = (...names: string[]) =>
	names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');
