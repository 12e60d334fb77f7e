import releases from './embedReleases/releases.json';

/** A released copy of embed.js: its bytes never change, so pages can name them by their hash. */
export interface EmbedRelease {
	version: string;
	code: string;
	/** For `integrity=`: `sha384-…`. */
	integrity: string;
}

const copies = import.meta.glob<string>('./embedReleases/*.txt', {
	eager: true,
	query: '?raw',
	import: 'default'
});

/** All releases, oldest first; `bin/releaseEmbed.js` makes them from embedScript.js. */
export const embedReleases: EmbedRelease[] = releases.map(({ version, integrity }) => {
	const code = copies[`./embedReleases/${version}.txt`];
	if (code === undefined) throw new Error(`the copy of embed.js ${version} is missing`);
	return { version, code, integrity };
});

/** What `/embed.js` is: always the newest release. */
export const embedScript: EmbedRelease = newest();

/** The release of `/embed/v{version}.js`, if there is one. */
export function embedRelease(version: string): EmbedRelease | null {
	return embedReleases.find((release) => release.version === version) ?? null;
}

function newest(): EmbedRelease {
	const last = embedReleases.at(-1);
	if (!last) throw new Error('no embed.js was released');
	return last;
}
