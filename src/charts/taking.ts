import { getContext, setContext } from 'svelte';

/** How charts and tables of the pages around are taken along; pages that offer it say so once, for all in them. */
export interface Taking {
	/** Where the picture of the page's nth chart, or its nth table, is served. */
	href(kind: 'svg' | 'png' | 'csv', place: number): string;
	/** Counts the charts and tables of a page as the server writes it. */
	nextPlace(of: 'chart' | 'table'): number;
	texts: { save: string; csv: string };
}

const key = Symbol('taking');

export function offerTaking(taking: Taking): void {
	setContext(key, taking);
}

/** null on pages that do not offer it, such as those of callers. */
export function takingOffered(): Taking | null {
	return getContext<Taking | undefined>(key) ?? null;
}

/** Which of its kind an element is on the page now. */
export function placeOnPage(element: Element, attribute: string): number {
	return [...element.ownerDocument.querySelectorAll(`[${attribute}]`)].indexOf(element);
}
