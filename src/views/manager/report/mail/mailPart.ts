import type { PlainRows } from '../plainRows.ts';

/** A queue's part of a mail: what its report page says. */
export interface MailPart {
	name: string;
	lead: string;
	week: string;
	/** Of the same week's report page. */
	address: string;
	blocks: MailBlock[];
}

/** What stands under one heading of the report: a table, or sentences. */
export type MailBlock = { title: string } & ({ table: PlainRows } | { lines: string[] });

/** A whole mail, not yet written in any format. */
export interface MailContent {
	title: string;
	/** All queues with their links, where there are several. */
	queues: (PlainRows & { addresses: string[] }) | null;
	parts: MailPart[];
	/** Of queues that have a link only. */
	more: string | null;
	open: string;
	why: string;
	stop: { text: string; address: string };
}
