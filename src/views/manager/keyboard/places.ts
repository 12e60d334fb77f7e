/** Somewhere one can go. */
export interface Place {
	name: string;
	/** Also found by this. */
	slug: string;
	open: () => Promise<void>;
}

/** The places whose name or slug holds every word that was typed; those that begin with it first. */
export function placesFor(places: Place[], typed: string): Place[] {
	const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
	const found = places.filter(({ name, slug }) => {
		const text = `${name} ${slug}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
	const begins = ({ name, slug }: Place) =>
		words.length > 0 && [name, slug].some((text) => text.toLowerCase().startsWith(words[0] ?? ''));
	return [...found.filter(begins), ...found.filter((place) => !begins(place))];
}
