/** The keys of machines. */
export const en = {
	title: 'Keys',
	/** `settingsKey`: there is a key of the settings, which is not counted. */
	finding: (open: number, unused: number, settingsKey: boolean) =>
		open === 0
			? settingsKey
				? 'Only the key of the settings (OFFPEAK_API_KEY) is valid.'
				: 'No key is valid: no machine can send or read.'
			: `${open === 1 ? 'One key is' : `${open} keys are`} valid${unused === 0 ? '.' : unused === 1 ? '; one was never used.' : `; ${unused} were never used.`}`,
	explain:
		'Machines send and read with a key: Authorization: Bearer offpeak_…. It is shown once, when it is made; only a hash is stored. A revoked key stops working at once; a live stream that it opened ends within 15 seconds.',
	settingsKey: 'OFFPEAK_API_KEY of the settings is a key too, with every scope; it is not on this list.',
	make: 'Make a key',
	name: 'Name',
	nameHint: 'What uses it, such as “phone system Berlin”.',
	scopes: 'Scopes',
	scopeNames: {
		ingest: 'ingest: send calls',
		read: 'read: read figures',
		admin: 'admin: change settings'
	},
	queues: 'Queues',
	all: 'All queues',
	named: 'Only these:',
	ends: 'Ends',
	lives: {
		'30': 'after 30 days',
		'90': 'after 90 days',
		'365': 'after a year',
		never: 'only when it is revoked'
	},
	create: 'Make the key',
	list: 'All keys',
	none: 'None yet.',
	shown: (name: string) => `The key “${name}”`,
	once: 'Copy it now: it is shown this once.',
	follows: (when: string) => `The previous key works until ${when}, so that there is time to change over.`,
	made: (when: string, by: string) => `made ${when}${by ? ` by ${by}` : ''}`,
	used: (when: string) => `last used ${when}`,
	unused: 'never used',
	endsAt: (when: string) => `ends ${when}`,
	endless: 'does not end by itself',
	revoked: (when: string) => `revoked ${when}`,
	ended: (when: string) => `ended ${when}`,
	followed: 'followed by another key',
	rotate: 'Rotate',
	rotateLead: 'Makes a key with the same scopes. Both work for:',
	overlaps: { '0': 'no time: this one ends at once', '1': '1 hour', '24': '24 hours', '168': '7 days' },
	revoke: 'Revoke',
	of: (what: string, name: string) => `${what}: ${name}`,
	done: { revoked: 'Revoked. The key no longer works.' },
	problems: {
		name: 'Give the key a name.',
		scopes: 'Choose at least one scope.',
		queues: 'Choose at least one queue, or all.',
		life: 'Choose when it ends.',
		over: 'This key has ended already.'
	}
};

export type KeysTexts = typeof en;
