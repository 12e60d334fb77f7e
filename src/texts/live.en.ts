import { callCount } from './callCount.en.ts';

/** What managers read about a queue as it is at this moment. */
export const liveEn = {
	title: 'Now',
	strip: 'The queue at this moment',
	state: {
		/** Without scripts, and until the first message. */
		once: (time: string) => `As it was at ${time}.`,
		live: (time: string) => `Live, as of ${time}.`,
		/** Followed, while who waits now is not known. */
		followed: (time: string) => `Connected, as of ${time}.`,
		stale: (time: string) => `The connection is lost. These figures are of ${time}; trying again.`
	},
	feed: {
		live: '',
		late: 'Records of this queue come when calls are over, so nobody can tell who waits now.',
		silent: 'No record has come for longer than usual, so these figures may be old.',
		unknown: 'No call of this moment has come since the server started, so who waits now is not known yet.'
	},
	figures: {
		waiting: ['Waiting', 'Callers in the queue'],
		longest: ['Longest wait', 'Of those who wait'],
		talking: ['Talking', 'Answered and not over'],
		estimate: ['Estimated wait', 'Not known at this moment']
	} satisfies Record<string, [name: string, meaning: string]>,
	nobody: 'Nobody is waiting',
	fourInFive: (most: string) => `Half of those who call now; four in five up to ${most}`,
	quarter: 'Last quarter hour',
	quarterCalls: callCount,
	quarterMeaning: (range: string, answered: string, abandoned: string, level: string) =>
		`${range}: ${answered} answered, ${abandoned} gave up, service level ${level}`
};

export type LiveTexts = typeof liveEn;
