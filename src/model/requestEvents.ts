/**
 * What the application tells the server in front of it, as events of the request. The two are built apart, so these are
 * symbols that both find by name.
 */
export const requestEvents = {
	/** The key or the session that came with it opens what was asked for. */
	letIn: Symbol.for('offpeak.letIn'),
	/** All of its records are read, and wait to be stored. */
	read: Symbol.for('offpeak.read')
} as const;
