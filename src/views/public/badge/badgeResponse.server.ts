import { createHash } from 'node:crypto';
import type { BestTime } from '#model/publicAnswer.ts';
import type { Database } from '#records/database.server.ts';
import type { Lang } from '#texts/lang.ts';
import { publicAnswer, publicQueue } from '../answers.server.ts';
import { finish, openToAll, send, type Body, type Finished } from '../cacheable.server.ts';
import { frameAncestors } from '../frameAncestors.ts';
import { keptOf } from '../keptOf.ts';
import { readerLang } from '../readerLang.ts';
import { themes, type Theme } from '../themes.ts';
import { badgeJson } from './badgeJson.ts';
import { badgeLine, mailLine } from './badgeLine.ts';
import { badgePng } from './badgePng.server.ts';
import { badgeSvg } from './badgeSvg.ts';

export type BadgeKind = 'svg' | 'png' | 'json';

const kept = keptOf<Finished>();

/**
 * `/badge/{queue}.svg`, `.png`, `.json` (api.md). A line that is not shown, or that there is not, gets a badge that
 * says so and status 200, for a broken picture would be put down to the page around it.
 */
export async function badgeResponse(
	database: Database,
	slug: string,
	kind: BadgeKind,
	{ url, request, now }: { url: URL; request: Request; now: number }
): Promise<Response> {
	const { lang, vary } = readerLang(url, request);
	const theme = themes.find((name) => name === url.searchParams.get('theme')) ?? 'auto';
	const stored = await publicQueue(database, slug);
	const answer = stored && (await publicAnswer(database, stored, { lang, now }));
	const make = () => {
		const { type, body, policy } = draw(answer, kind, lang, theme);
		return finish(body, {
			'content-type': type,
			'content-security-policy': `${policy}; ${frameAncestors(stored?.queue)}`,
			...openToAll,
			...vary
		});
	};
	return send(request, answer ? kept(answer, `${kind} ${theme} ${vary.vary ?? ''}`, make) : make());
}

interface Badge {
	type: string;
	body: Body;
	/** What of a content security policy lets the picture look as it should where it is opened by itself. */
	policy: string;
}

function draw(answer: BestTime | null, kind: BadgeKind, lang: Lang, theme: Theme): Badge {
	const policy = "default-src 'none'";
	if (kind === 'json') return { type: 'application/json', body: badgeJson(badgeLine(answer, lang)), policy };
	if (kind === 'png') {
		const body = badgePng(mailLine(answer, lang), theme === 'dark' ? 'dark' : 'light');
		return { type: 'image/png', body, policy };
	}
	const { svg, css } = badgeSvg(badgeLine(answer, lang), { lang, theme });
	const hash = createHash('sha256').update(css).digest('base64');
	return { type: 'image/svg+xml', body: svg, policy: `${policy}; style-src 'sha256-${hash}'` };
}
