/** First keys of the advisory locks, so that no two uses of them meet. The second key says which one of its kind. */
export const advisoryLocks = {
	/** Schema changes; second key 0. */
	migration: 0x0ff0001,
	/** One running product on an embedded database; second key 0. */
	product: 0x0ff0002,
	/** A queue's calls and rollups; second key the queue's id, modulo 1024. */
	queue: 0x0ff0003,
	/** The trails of a source, taken before the locks of queues; second key the source's id. */
	trails: 0x0ff0004,
	/** Whoever makes the forecasts; second key 0. */
	forecasts: 0x0ff0007,
	/** The calendars of special days; second key 0. */
	calendars: 0x0ff0006,
	/** Whoever looks at the rules of alerts; second key 0. */
	alerts: 0x0ff0010,
	/** Whoever drops what is old; second key 0. */
	retention: 0x0ff0008
} as const;
