import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A door of the built application: a route with one method, and of a page's `POST` with one form. */
export interface Door {
	route: string;
	method: string;
	form: string | null;
	isPage: boolean;
}

/** Run apart, since importing the application's parts is not for the process of the tests. */
const program = `
	const found = Object.values(await import(process.argv[1]));
	const manifest = found.find((one) => one?._?.routes);
	const doors = [];
	for (const { id: route, page, endpoint } of manifest._.routes) {
		if (endpoint) {
			const module = await endpoint();
			for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'])
				if (module[method]) doors.push({ route, method, form: null, isPage: false });
		}
		if (page) {
			doors.push({ route, method: 'GET', form: null, isPage: true });
			const { server } = await manifest._.nodes[page.leaf]();
			for (const form of Object.keys(server?.actions ?? {})) doors.push({ route, method: 'POST', form, isPage: true });
		}
	}
	console.log('doors ' + JSON.stringify(doors));
	process.exit(0);
`;

/** Every door of the built application, as its own manifest names them. */
export function servedRoutes(): Door[] {
	// Of the folder that it is run in: benchmarks are built to elsewhere.
	const chunks = pathToFileURL(`${resolve('build/server/chunks')}/`);
	const name = readdirSync(chunks).find((file) => /^manifest\.js.*\.js$/.test(file));
	if (!name) throw new Error('the build has no manifest');
	const manifest = new URL(name, chunks).href;
	const said = execFileSync(process.execPath, ['--input-type=module', '-e', program, manifest], {
		encoding: 'utf8'
	});
	const line = said.split('\n').find((text) => text.startsWith('doors ')) ?? 'doors []';
	return JSON.parse(line.slice('doors '.length));
}
