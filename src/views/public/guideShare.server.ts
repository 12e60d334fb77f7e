import type { Database } from '#records/database.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { embedTexts } from '#texts/embed.ts';
import type { Lang } from '#texts/lang.ts';
import { calendarFor } from '#time/calendar.ts';
import { wallTime } from '#time/zone.ts';
import { publicQueue } from './answers.server.ts';
import { contactPoint } from './contactPoint.ts';
import { guideAddress } from './guideAddress.ts';
import { qrSvg } from './qrSvg.ts';

/** How the call guide of a line is found and passed on. */
export interface GuideShare {
	/** The guide's own address, in the language that is read. */
	address: string;
	/** Where other sites learn how to embed it. */
	oembed: string;
	/** Structured data of the line, ready for a `<script type="application/ld+json">`. */
	contactPoint: string;
	/** The address as a QR code, for paper. */
	qr: string;
	qrCaption: string;
}

/** What passes the call guide on, or null where there is no public line. `root` is the product's address. */
export async function guideShare(
	database: Database,
	slug: string,
	{ root, lang, topic, now }: { root: string; lang: Lang; topic: string | null; now: number }
): Promise<GuideShare | null> {
	const stored = await publicQueue(database, slug);
	if (!stored) return null;
	const queue = await datedQueue(database, stored);
	const address = guideAddress(root, slug, { lang, topic });
	const texts = embedTexts(lang);
	const data = contactPoint(queue, {
		lang,
		today: wallTime(queue.zone, now).date,
		calendar: calendarFor(queue),
		root,
		guide: guideAddress(root, slug, { lang, topic: null })
	});
	return {
		address,
		oembed: `${root}/oembed?${new URLSearchParams({ url: address, format: 'json' })}`,
		contactPoint: inScript(data),
		qr: qrSvg(address, texts.qrTitle(queue.name[lang])),
		qrCaption: texts.qrCaption
	};
}

/** JSON without the characters that mean something in HTML: what managers wrote must not end the element around it. */
function inScript(data: object): string {
	return JSON.stringify(data).replace(
		/[<>&]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
