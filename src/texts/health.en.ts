/** How the sources do, and what of figures may be incomplete. */
export const healthEn = {
	title: 'Data health',
	lead: {
		none: 'Nothing has come from any source yet.',
		stored: 'Calls are stored, but no source has sent since records of arrival are kept.',
		past: 'Only past calls have come so far.',
		/** Beside one of those above. */
		refused: (refused: string, of: string) =>
			`${refused} of ${of === '1' ? '1 record' : `${of} records`} of the last 24 hours could not be read.`,
		fine: (count: string) =>
			count === '1' ? 'The only source sends as usual.' : `All ${count} sources send as usual.`
	},
	intro:
		'Figures are only as complete as what the sources send. A source counts as silent when so long a gap would come up once ' +
		'in ten thousand times, going by like days of the last four weeks. Closed hours and holidays do not count.',
	problem: {
		silent: (source: string, since: string) =>
			`Nothing has come from ${source} since ${since}, though it usually sends at this time.`,
		refused: (source: string, refused: string, of: string) =>
			`${refused} of ${of} records of the last hour from ${source} could not be read.`,
		ahead: (source: string, by: string) =>
			`The clock of ${source} is ahead by ${by}: its records come from the future.`,
		aheadRefused: (source: string, count: string) =>
			count === '1'
				? `A record of the last hour from ${source} was refused, since it comes from the future: its clock is ahead.`
				: `${count} records of the last hour from ${source} were refused, since they come from the future: its clock is ahead.`,
		late: (source: string, delay: string, usual: string) =>
			`Records from ${source} come ${delay} late; usually it is ${usual}.`
	},
	banner: {
		title: 'Figures may be incomplete',
		see: 'See data health'
	},
	sources: {
		title: 'Sources',
		caption: 'How each source is doing',
		source: 'Source',
		queues: 'Queues',
		state: 'State',
		last: 'Last record',
		delay: 'Behind',
		pastOnly: 'only past calls',
		usual: 'Usually',
		rate: 'Records a minute',
		read: 'Read, 24 h',
		refused: 'Not read, 24 h',
		ahead: 'Clock ahead',
		meaning:
			'Behind: from what the newest record tells of, such as the end of a call, to its arrival; usually: the median of the last week. ' +
			'Records a minute: over the last quarter hour. Clock ahead: the most of the last hour.',
		states: {
			fine: 'as usual',
			silent: 'silent',
			refused: 'not read',
			ahead: 'clock ahead',
			late: 'late'
		},
		refusedLink: (count: string, source: string) => `${count} records from ${source} that could not be read`,
		zones: 'Times are by the clock of each source’s queue.'
	},
	gaps: {
		title: 'Gaps of the last week',
		none: 'No source was silent when it usually sends.',
		lasts: (since: string) => `since ${since}`,
		span: (when: string, length: string) => `${when} (${length})`
	}
};

export type HealthTexts = typeof healthEn;
