import { mayRead } from '#model/person.ts';
import type { Settings } from '#model/settings.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import type { DueReport } from '#records/reportSubscriptions.server.ts';
import type { Lang } from '#texts/lang.ts';
import { reportTexts } from '#texts/report.ts';
import { reportMailTexts } from '#texts/reportMail.ts';
import type { Mail } from '#work/mail.server.ts';
import { zoneOf, type WriteReport } from '#work/reports.server.ts';
import { reportPage } from '../reportPage.server.ts';
import { everyWeek } from './everyWeek.ts';
import { mailHtml } from './mailHtml.ts';
import type { MailBlock, MailContent, MailPart } from './mailPart.ts';
import { mailText } from './mailText.ts';

/** So many queues are in a mail in full; the others have a link. A longer mail is cut by those that show it. */
const mostQueues = 12;

type Page = NonNullable<Awaited<ReturnType<typeof reportPage>>>;
type Report = NonNullable<Page['report']>;
type Figures = Report['figures'];

/** Writes the mails of this installation. */
export function reportWriter(settings: Pick<Settings, 'origin' | 'zone'>): WriteReport {
	return async (database, due, now) => {
		const queues = (await listQueues(database)).filter(
			({ id, queue }) => (due.queueId === null || due.queueId === id) && mayRead(due, queue.slug)
		);
		if (queues.length === 0) return null;
		const origin = settings.origin ?? due.origin;
		const zone = await zoneOf(database, due, settings.zone);
		return writeMail(database, queues, { due, now, origin, zone });
	};
}

interface Writing {
	due: DueReport;
	now: number;
	origin: string;
	zone: string;
}

async function writeMail(
	database: Database,
	queues: StoredQueue[],
	{ due, now, origin, zone }: Writing
): Promise<Omit<Mail, 'to'>> {
	const { lang } = due;
	const texts = reportMailTexts(lang);
	const pages: Page[] = [];
	for (const { queue } of queues) {
		const page = await reportPage(database, queue.slug, { query: new URLSearchParams(), now, lang });
		if (page) pages.push(page);
	}
	const address = ({ slug, monday }: Page) =>
		`${origin}/dashboard/${slug}/report?week=${monday}&lang=${lang}`;
	const [first] = pages;
	const week = first?.dates ?? '';
	const one = due.queueId !== null;
	const title = one ? texts.subject(first?.name ?? '', week) : texts.subjectAll(pages.length, week);
	const stop = `${origin}/reports/${due.id}`;
	const content: MailContent = {
		title,
		queues: one
			? null
			: {
					...queueRows(
						pages.map(({ name, report }) => ({ name, figures: report?.figures ?? null })),
						lang
					),
					addresses: pages.map(address)
				},
		parts: pages.slice(0, mostQueues).map((page): MailPart => ({
			name: page.name,
			lead: page.lead,
			week: page.week,
			address: address(page),
			blocks: page.report ? blocksOf(page.report, lang) : []
		})),
		more: pages.length > mostQueues ? texts.more : null,
		open: texts.open,
		why: texts.why(everyWeek(due, zone, { lang, now })),
		stop: { text: texts.stopThese, address: `${stop}?lang=${lang}` }
	};
	return {
		subject: title,
		text: mailText(content),
		html: mailHtml(content, lang),
		messageId: `<report.${due.id.slice(0, 16)}.${due.dueAt}@${new URL(origin).hostname}>`,
		// One click of the program that shows the mail (RFC 8058).
		headers: {
			'List-Unsubscribe': `<${stop}?/stop>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
			'Auto-Submitted': 'auto-generated'
		}
	};
}

/** What the report's page shows, in its order. */
function blocksOf(report: Report, lang: Lang): MailBlock[] {
	const texts = reportTexts(lang);
	const { worst, busiest } = report.hours;
	return [
		{ title: texts.figures, table: report.figures },
		{ title: texts.days, table: report.days },
		{ title: texts.hours, lines: worst === null ? busiest : [...busiest, worst] },
		...(report.topics ? [{ title: texts.topics, table: report.topics }] : []),
		...(report.next ? [{ title: texts.next, table: report.next }] : [])
	];
}

/** The first figures of each queue; those of a queue without calls are not known. */
function queueRows(queues: { name: string; figures: Figures | null }[], lang: Lang) {
	const { names, none, change } = reportTexts(lang);
	const { queue, queues: caption } = reportMailTexts(lang);
	return {
		caption,
		columns: [queue, names.offered, change, names.level, names.p90],
		rows: queues.map(({ name, figures }) => {
			if (!figures) return { name: `${name} (${none})`, cells: ['–', '–', '–', '–'] };
			const cellsOf = (title: string) => figures.rows.find((row) => row.name === title)?.cells ?? [];
			const [offered = '', , changed = ''] = cellsOf(names.offered);
			return {
				name,
				cells: [offered, changed, cellsOf(names.level)[0] ?? '', cellsOf(names.p90)[0] ?? '']
			};
		})
	};
}
