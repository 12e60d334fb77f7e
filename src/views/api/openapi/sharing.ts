import { langs } from '#texts/lang.ts';
import { themes } from '#views/public/themes.ts';
import { open } from './access.ts';
import { json, plain, problem } from './answers.ts';
import { oneQueue } from './parameters.ts';
import { choice, instant, text, wholeNumber } from './schemaParts.ts';
import type { Answer, Operation, Parameter, Paths } from './types.ts';

const tags: Operation['tags'] = ['Public'];

const lang: Parameter = {
	name: 'lang',
	in: 'query',
	description: 'Left out: as Accept-Language says, else Chinese.',
	schema: choice(langs)
};
const theme: Parameter = {
	name: 'theme',
	in: 'query',
	description: 'Left out, the picture follows the reader’s own setting where it can.',
	schema: choice(themes)
};
const topic: Parameter = {
	name: 'topic',
	in: 'query',
	description: 'The slug of the caller’s topic.',
	schema: text()
};

/** What other pages, mails and calendars take of a line. */
export const sharingPaths: Paths = {
	'/badge/{queue}.svg': badge('Svg', 'Show a line as a picture', '以图片显示热线', {
		description: 'How it is now. A line that is not public gets a picture that says so.',
		answer: plain('One line of text and a level.', 'image/svg+xml')
	}),
	'/badge/{queue}.png': badge('Png', 'Show a line in a mail', '在邮件中显示热线', {
		description:
			'The next quiet time with its date, for mail is read later. Twice as large as it is to be shown: 28 high.',
		answer: plain('A picture.', 'image/png')
	}),
	'/badge/{queue}.json': badge('Json', 'Show a line with shields.io', '通过 shields.io 显示热线', {
		description: 'For the “endpoint” badge of shields.io.',
		answer: json('The badge.', 'ShieldsBadge')
	}),
	'/call/{queue}/qr.svg': {
		get: {
			operationId: 'getQrCode',
			tags,
			summary: 'Get the call guide’s address as a QR code',
			'x-summary-zh': '获取来电指南的二维码',
			security: open,
			parameters: [oneQueue, lang, topic],
			responses: {
				'200': plain('Black on white, error correction M.', 'image/svg+xml'),
				'404': problem('There is no such queue, or it is not public.')
			}
		}
	},
	'/call/{queue}/reminder.ics': {
		get: {
			operationId: 'getReminder',
			tags,
			summary: 'Get a calendar entry to call',
			'x-summary-zh': '获取来电提醒的日历文件',
			security: open,
			parameters: [
				oneQueue,
				{
					name: 'start',
					in: 'query',
					description:
						'The start of a best window, or any instant in the next 14 days at which the line is open. Left out: ' +
						'the first best window.',
					schema: instant('')
				},
				lang,
				topic
			],
			responses: {
				'200': plain('An entry with an alarm and the number (RFC 5545).', 'text/calendar'),
				'400': problem('The start is none, or the line is not open then.'),
				'404': problem('The queue is not public, or no window can be named.')
			}
		}
	},
	'/oembed': {
		get: {
			operationId: 'getOembed',
			tags,
			summary: 'Embed a call guide by its address (oEmbed)',
			'x-summary-zh': '按地址嵌入来电指南（oEmbed）',
			security: open,
			parameters: [
				{
					name: 'url',
					in: 'query',
					required: true,
					description: 'The address of a call guide or a widget.',
					schema: text()
				},
				{ name: 'maxwidth', in: 'query', description: 'In pixels.', schema: wholeNumber('', 1) },
				{ name: 'maxheight', in: 'query', description: 'In pixels.', schema: wholeNumber('', 1) },
				{ name: 'format', in: 'query', description: '', schema: { const: 'json' } }
			],
			responses: {
				'200': json('The widget.', 'Oembed'),
				'400': problem('There is no address.'),
				'404': problem('The address is not that of a public line.'),
				'501': problem('Only JSON is given.')
			}
		}
	},
	'/embed/versions.json': {
		get: {
			operationId: 'getEmbedVersions',
			tags,
			summary: 'List the versions of embed.js',
			'x-summary-zh': '列出 embed.js 的各个版本',
			security: open,
			responses: { '200': json('With their hashes.', 'EmbedVersions') }
		}
	}
};

function badge(
	name: string,
	summary: string,
	summaryZh: string,
	{ description, answer }: { description: string; answer: Answer }
): Paths[string] {
	return {
		get: {
			operationId: `getBadge${name}`,
			tags,
			summary,
			'x-summary-zh': summaryZh,
			description,
			security: open,
			parameters: [oneQueue, lang, ...(name === 'Json' ? [] : [theme])],
			responses: { '200': answer }
		}
	};
}
