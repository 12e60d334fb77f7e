import { offerTaking } from '#charts/taking.ts';
import type { Lang } from '#texts/lang.ts';
import { takingTexts } from '#texts/taking.ts';

interface Page {
	/** The address that is shown. */
	url: () => URL;
	lang: () => Lang;
	/** Where a path of ours is served. */
	resolved: (kind: 'svg' | 'png' | 'csv') => string;
}

/** Offers every chart and table of the pages inside to be taken along. To be called while their layout is made. */
export function offerTakingOf({ url, lang, resolved }: Page): void {
	const counted = { chart: 0, table: 0 };
	offerTaking({
		href(kind, place) {
			const { pathname, search } = url();
			const query = new URLSearchParams({ of: pathname + search, place: String(place), lang: lang() });
			return `${resolved(kind)}?${query}`;
		},
		nextPlace: (of) => counted[of]++,
		get texts() {
			return takingTexts(lang());
		}
	});
}
