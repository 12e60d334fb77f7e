// Makes a release of embed.js:  node bin/releaseEmbed.js 1.0.1
// Minifies src/views/public/embedScript.js into a copy that is kept for ever, and notes its hash (SRI) and the hash of
// the source that it was made from. Pages name a version together with its hash, so a copy is never made anew.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { minifySync } from 'vite';
import { inRoot } from './root.js';

const [version = ''] = process.argv.slice(2);
const source = readFileSync(inRoot('src/views/public/embedScript.js'));
const copy = inRoot(`src/views/public/embedReleases/${version}.txt`);
const list = inRoot('src/views/public/embedReleases/releases.json');

if (!/^\d+\.\d+\.\d+$/.test(version)) stop('Name a version, such as 1.0.1.');
if (existsSync(copy)) stop(`${version} is released already; take the next version.`);
const { code, errors } = minifySync('embed.js', source.toString(), {
	compress: { target: 'es2020' },
	mangle: { toplevel: true },
	codegen: { removeWhitespace: true }
});
if (errors.length > 0) stop(JSON.stringify(errors));
writeFileSync(copy, code);
const releases = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
const release = { version, integrity: hash('sha384', code), source: hash('sha256', source) };
writeFileSync(list, `${JSON.stringify([...releases, release], null, '\t')}\n`);
console.log(release);

/** @param {'sha256' | 'sha384'} kind @param {string | Buffer} bytes */
function hash(kind, bytes) {
	return `${kind}-${createHash(kind).update(bytes).digest('base64')}`;
}

/** @param {string} sentence */
function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}
