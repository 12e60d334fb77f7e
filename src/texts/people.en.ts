/** The people of the house: who may see and change what. */
export const en = {
	title: 'People',
	finding: (people: string, admins: string, open: number) =>
		`${people === '1' ? 'One person' : `${people} people`}, ${admins} with the role of administrator for all queues.${
			open === 0 ? '' : open === 1 ? ' One has not signed in yet.' : ` ${open} have not signed in yet.`
		}`,
	explain:
		'Viewers only look. Managers also change settings, calendars and plans, and import calls. Administrators of all queues also see to people, keys, privacy and the log of changes. Whoever has named queues sees only those.',
	roles: { admin: 'Administrator', manager: 'Manager', viewer: 'Viewer' },
	role: 'Role',
	queues: 'Queues',
	all: 'All queues',
	named: 'Only these:',
	email: 'E-mail',
	list: 'Who has access',
	you: 'you',
	signedIn: (when: string) => `last signed in ${when}`,
	notYet: 'not signed in yet',
	sessions: (count: number) => (count === 1 ? '1 session' : `${count} sessions`),
	passkeys: (count: number) => (count === 1 ? '1 passkey' : `${count} passkeys`),
	change: 'Change',
	changeOf: (email: string) => `Change ${email}`,
	save: 'Save',
	invite: 'Invite somebody',
	inviteLead: 'They set a password under a link that works once, for 7 days.',
	inviteMail: 'The link is sent by e-mail.',
	inviteHand: 'You get the link to hand it on.',
	send: 'Invite',
	linkTitle: (email: string) => `Link for ${email}`,
	linkHand: 'Hand this on to them only. It is shown this once and works once.',
	mailed: 'It was also sent by e-mail.',
	notMailed: 'The mail server did not take the e-mail, so hand the link on yourself.',
	link: 'New password by link',
	linkMade: 'A link for a new password, good for 24 hours; earlier links no longer work.',
	end: 'End all sessions',
	remove: 'Remove',
	removeSure: (email: string) => `Yes, ${email} is to lose access at once`,
	done: {
		invited: 'Invited.',
		changed: 'Changed. It holds from now on.',
		removed: 'Removed. Their sessions have ended.',
		ended: 'All their sessions have ended.',
		link: 'A link was made.'
	},
	problems: {
		email: 'This is not an e-mail address.',
		known: 'There is somebody with this e-mail already.',
		role: 'Choose a role.',
		queues: 'Choose at least one queue, or all.',
		unknown: 'This person is no longer there.',
		lastAdmin: 'Somebody must remain who is administrator of all queues and can sign in.',
		self: 'You cannot remove yourself: ask another administrator.',
		sure: 'Tick the box to remove somebody.'
	}
};

export type PeopleTexts = typeof en;
