/** What is said about the keyboard. */
export const keyboardEn = {
	button: 'Keyboard',
	title: 'Keyboard',
	close: 'Close',
	list: [
		['?', 'This list'],
		['/', 'Search queues and pages'],
		['g', 'Go to a queue: type some of its name, then Enter'],
		['o', 'All queues'],
		['Esc', 'Close']
	] satisfies [key: string, meaning: string][],
	find: 'Go to',
	search: 'Queue or page',
	none: 'Nothing has this name.',
	failed: 'The list of queues could not be read.'
};

export type KeyboardTexts = typeof keyboardEn;
