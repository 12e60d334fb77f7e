import type { EmbedLevel } from '#model/embed.ts';

/** The page on which managers make the code that shows a line elsewhere, and check the pages that have it. */
export const builderEn = {
	title: 'Embed this line',
	lead: 'Show callers when to call where they look for your number: in the help page, in mail, in a chat group.',
	notPublic: 'This line is not public yet. Until it is, what you embed says kindly that nothing is shown.',
	choose: 'Choose',
	level: 'How',
	levels: {
		script: 'Script',
		iframe: 'Frame',
		image: 'Picture',
		link: 'Link'
	} satisfies Record<EmbedLevel, string>,
	about: {
		script: 'The widget, as high as its content and in the shade of the page around it. 1.2 KB, no cookies.',
		iframe: 'The same widget where no scripts are allowed. Its height is fixed.',
		image: 'One line as a picture: SVG for wikis and websites, PNG for mail.',
		link: 'For chats, and where nothing else can be put.'
	} satisfies Record<EmbedLevel, string>,
	image: 'Kind of picture',
	images: {
		svg: 'SVG: how it is now',
		png: 'PNG, for mail: the next quiet time'
	},
	theme: 'Shade',
	themes: { auto: 'As the page', light: 'Light', dark: 'Dark' },
	language: 'Language',
	languages: { auto: 'As the page or the reader', zh: '中文', en: 'English' },
	topic: 'Topic',
	anyTopic: 'Any',
	accent: 'Colour of links',
	accentHint: 'Six digits such as 0b5563; used where it can be read.',
	pinned: 'Always this version, with its hash (SRI)',
	pinnedHint: 'Its bytes never change. Improvements come only with a new code.',
	show: 'Show',
	code: 'The code',
	copy: 'Copy',
	copied: 'Copied',
	codeLabel: 'Code to paste',
	policy: 'If your page has a content security policy, it must allow:',
	policyLink: 'A link needs nothing else.',
	style: 'Where the policy forbids style attributes, give both elements these rules in your own sheet.',
	versions: 'All versions and their hashes',
	preview: 'How it looks',
	previewOn: { light: 'On a light page', dark: 'On a dark page' },
	check: 'Check a page',
	checkLead: 'Is it there, and does anything block it? The page is read once, as its server sends it.',
	address: 'Address of the page',
	checkButton: 'Check',
	verdict: {
		fine: 'It is on the page, and nothing blocks it.',
		blocked: (count: number) =>
			count === 1
				? 'It is on the page, but one thing is in its way.'
				: `It is on the page, but ${count} things are in its way.`,
		missing: 'It was not found on the page.'
	},
	findings: {
		found: (level: string) => `Found: ${level}.`,
		bad_status: (status: number) => `The page answered with status ${status}.`,
		no_page: (type: string) => `That is no web page but ${type}.`,
		not_found:
			'There is nothing of this line in the page as its server sends it. If a tag manager adds it later, that cannot be seen from here.',
		shown_as_text: 'The code is there, but as text to read. Paste it as HTML.',
		not_public: 'The line is not public, so only “not available” is shown.',
		mixed:
			'The page is https, but what it loads is http: browsers block that. Give this server an https address.',
		other_queue: (name: string) => `The page shows another line: ${name}.`,
		other_server: (name: string) => `The code loads from ${name}, which is not this server.`,
		blocked: (directive: string, needed: string) =>
			`The page’s content security policy forbids it: add ${needed} to ${directive}.`,
		origin_not_allowed: (origin: string) =>
			`${origin} is not among the origins that may embed this line: add it to the line’s settings (embed_origins).`,
		unknown_version: 'There is no such version of the script. Copy the code anew.',
		wrong_integrity: 'The hash is not that of the version, so browsers refuse it. Copy the code anew.',
		pinned_evergreen:
			'/embed.js changes with each version, so a hash on it will break. Take the code with the version instead.',
		no_crossorigin: 'A script with a hash also needs crossorigin="anonymous".',
		no_title: 'The frame has no title: people who listen to the page do not know what it is.',
		no_place:
			'The page’s policy forbids style attributes, so the place is not held while the widget loads. Use a class.'
	},
	problems: {
		bad_address: 'That is no web address. It begins with https:// or http://.',
		private_address:
			'That address leads into a private network, which is not asked from here. OFFPEAK_ALLOW_PRIVATE_ADDRESSES allows it.',
		no_such_host: 'There is no server of that name.',
		unreachable: 'The server does not answer.',
		bad_certificate: 'The server’s certificate is not valid.',
		timeout: 'The page took too long.',
		too_large: 'The page is too large.',
		too_many_redirects: 'The page leads on and on to others.',
		too_many: 'That was often. Try again in a minute.',
		refused: 'Only managers and administrators may check pages.'
	},
	asked: (address: string) => `Asked: ${address}`
};

export type BuilderTexts = typeof builderEn;
