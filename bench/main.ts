import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Figure } from './figure.ts';
import { benchImport } from './importing.ts';
import { benchIngest } from './ingest.ts';
import { benchLive } from './live.ts';
import { machine } from './machine.ts';
import { benchLarge } from './large/benchLarge.ts';
import { benchPages } from './pages.ts';
import { benchPublic } from './public/benchPublic.ts';
import { benchReading } from './reading.ts';
import { benchSingle } from './single.ts';
import { benchSources } from './sources/sources.ts';
import { table } from './table.ts';
import { startTarget, type Target } from './target.ts';

const { values } = parseArgs({
	options: {
		/** Records of each stream that is sent. */
		records: { type: 'string', default: '200000' },
		/** Calls of the queue that is read. */
		stored: { type: 'string', default: '1000000' },
		/** Calls of the one large import. */
		imported: { type: 'string', default: '1000000' },
		/** How many calls lie in the database of large questions, one size after the other. */
		sizes: { type: 'string', default: '1000000,10000000' },
		/** How often each of their questions is asked: a p95 of few wanders. */
		times: { type: 'string', default: '200' },
		/** How long each measure of single records takes. */
		seconds: { type: 'string', default: '5' },
		/** Streams of the present moment that are open, and how long records come in meanwhile. */
		streams: { type: 'string', default: '500' },
		'live-seconds': { type: 'string', default: '60' },
		rounds: { type: 'string', default: '3' },
		/** Only these of the parts; all when none is named. */
		only: { type: 'string', multiple: true, default: [] }
	}
});

const rounds = Number(values.rounds);
const parts: Record<string, (target: Target) => Promise<Figure[]>> = {
	ingest: (target) => benchIngest(target, { rounds, records: Number(values.records) }),
	single: (target) => benchSingle(target, { rounds, seconds: Number(values.seconds) }),
	sources: () => benchSources({ rounds, bytes: 20_000_000 }),
	reading: (target) => benchReading(target, { rounds, stored: Number(values.stored) }),
	import: (target) => benchImport(target, { imported: Number(values.imported) }),
	large: (target) =>
		benchLarge(target, { sizes: values.sizes.split(',').map(Number), times: Number(values.times) }),
	pages: (target) => benchPages(target, { stored: Number(values.stored), times: 60 }),
	live: (target) =>
		benchLive(target, {
			streams: Number(values.streams),
			recordsASecond: 50,
			seconds: Number(values['live-seconds'])
		}),
	public: (target) => benchPublic(target, { rounds, seconds: Number(values.seconds) })
};

const unknown = values.only.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
	throw new Error(`unknown part: ${unknown}; there are ${Object.keys(parts).join(', ')}`);

const target = await startTarget();
try {
	const figures: Figure[] = [];
	for (const [name, part] of Object.entries(parts)) {
		if (values.only.length > 0 && !values.only.includes(name)) continue;
		console.error(name);
		figures.push(...(await part(target)));
	}
	const takenAt = new Date().toISOString();
	const report = { taken_at: takenAt, options: values, machine: await machine(target.database), figures };
	const file = `bench/results/${takenAt.replace(/[:.]/g, '-')}.json`;
	await mkdir('bench/results', { recursive: true });
	await writeFile(file, `${JSON.stringify(report, null, '\t')}\n`);
	console.log(
		`\n${Object.entries(report.machine)
			.map(([name, value]) => `${name} ${value}`)
			.join(', ')}`
	);
	console.log(`${table(figures)}\n\nMedians of ${rounds} rounds; also in ${file}.`);
} catch (error) {
	console.error(`The product said:\n${target.said()}`);
	throw error;
} finally {
	await target.stop();
}
