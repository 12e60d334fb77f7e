import type { Oembed } from '#views/public/oembed.ts';
import { list, object, text, wholeNumber } from './schemaParts.ts';
import type { Schema } from './types.ts';

/** What other sites and programs read of a line. */
export const sharingSchemas: Record<string, Schema> = {
	ShieldsBadge: object<Record<'schemaVersion' | 'label' | 'message' | 'color' | 'cacheSeconds', unknown>>(
		'A line as the “endpoint” badge of shields.io reads it.',
		{
			schemaVersion: { const: 1 },
			label: text('The line’s name.'),
			message: text('How it is now.'),
			color: text('Six hexadecimal digits: darker is busier, grey is not known.'),
			cacheSeconds: wholeNumber('', 300)
		}
	),
	Oembed: object<Oembed>(
		'oEmbed 1.0: the widget, or only a link where it has no room.',
		{
			version: { const: '1.0' },
			type: { type: 'string', enum: ['rich', 'link'] },
			title: text(),
			provider_name: text(),
			provider_url: text(),
			cache_age: wholeNumber('Seconds.', 0),
			html: text('A frame with the widget.'),
			width: wholeNumber('In pixels.', 1),
			height: wholeNumber('In pixels.', 1)
		},
		{ optional: ['html', 'width', 'height'] }
	),
	EmbedVersions: object<Record<'latest' | 'versions', unknown>>('The released versions of embed.js.', {
		latest: text('That of /embed.js.'),
		versions: list(
			object<Record<'version' | 'src' | 'integrity', unknown>>('', {
				version: text(),
				src: text('Where it is: its bytes never change.'),
				integrity: text('Its hash, for the attribute of that name.')
			}),
			'Oldest first.'
		)
	})
};
