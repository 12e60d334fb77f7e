/** One thing that a change changed; null: there was, or is, none. */
export interface AuditChange {
	field: string;
	from: string | null;
	to: string | null;
}

/** What the audit log keeps of a change beside who made it and when. */
export interface AuditNote {
	action: string;
	queue?: string | null;
	subject?: string | null;
	changes?: AuditChange[];
}
