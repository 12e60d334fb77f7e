import { problem } from '#views/api/problem.ts';
import { cacheable, openToAll } from './cacheable.server.ts';
import { embedRelease, embedReleases, embedScript } from './embedScript.ts';

const script = { ...openToAll, 'content-type': 'text/javascript; charset=utf-8' };

/** `/embed.js`: the newest release, asked for anew after five minutes. */
export function embedScriptResponse(request: Request): Response {
	return cacheable(request, embedScript.code, {
		...script,
		'cache-control': 'public, max-age=300, stale-while-revalidate=604800'
	});
}

/** `/embed/v{version}.js`: one release, for ever. */
export function embedVersionResponse(version: string, request: Request): Response {
	const release = embedRelease(version);
	if (!release)
		return problem(404, 'No such version', 'Released versions are in /embed/versions.json.', {}, openToAll);
	return cacheable(request, release.code, {
		...script,
		'cache-control': 'public, max-age=31536000, immutable'
	});
}

/** `/embed/versions.json`: every release with its address and its hash for `integrity=`, oldest first. */
export function embedVersions(root: string, request: Request): Response {
	const versions = embedReleases.map(({ version, integrity }) => ({
		version,
		src: `${root}/embed/v${version}.js`,
		integrity
	}));
	const body = JSON.stringify({ latest: embedScript.version, versions });
	return cacheable(request, body, {
		...openToAll,
		'content-type': 'application/json',
		'cache-control': 'public, max-age=300'
	});
}
