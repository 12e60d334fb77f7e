/** What stands in badges, reminders and links that other pages show. */
export const embedEn = {
	badge: {
		/** Stands in place of a line's name that is not to be shown. */
		waiting: 'Waiting time',
		notShown: 'not shown at the moment',
		open: 'open',
		closed: 'closed',
		opens: (when: string) => `opens ${when}`,
		quietest: (when: string) => `quietest ${when}`,
		separator: ' · ',
		/** Of the picture for mail, which has letters for these words only. */
		best: 'Best time to call',
		none: 'no quiet time can be named yet'
	},
	reminder: {
		title: (name: string) => `Call ${name}`,
		why: (wait: string) => `One of the quieter times: ${wait}.`,
		plain: 'A time to call that you chose.',
		number: (number: string) => `Number: ${number}`,
		guide: (address: string) => `What to have ready: ${address}`,
		zone: (times: string, zone: string) => `${times} (${zone})`,
		badStartTitle: 'No such time',
		badStart:
			'"start" must be an instant with its offset, such as 2026-11-24T14:00:00+08:00, at which the line is open, in the next 14 days.',
		noneTitle: 'No time to name',
		none: 'No quiet time can be named at the moment.'
	},
	link: (name: string) => `When is a good time to call? ${name}`,
	qrTitle: (name: string) => `Best time to call: ${name} (address as a QR code)`,
	qrCaption: 'Best times to call, now and always:',
	oembed: {
		badUrlTitle: 'No address',
		badUrl: '"url" must be the address of a call guide here.',
		notFoundTitle: 'No such line',
		notFound: 'There is no public line at this address.',
		formatTitle: 'No such format',
		format: 'Only format=json is given.'
	}
};

export type EmbedTexts = typeof embedEn;
