import { servedRoutes } from './servedRoutes.ts';

/** The addresses of all pages of managers, those of a queue for this one: as the build has them, so that none is left out. */
export function managerPages(queue: string): string[] {
	const doors = servedRoutes().filter(({ method, form }) => method === 'GET' && form === null);
	return (
		doors
			.map(({ route }) => route)
			// Pages, not files and streams; and what stands in a frame of another page has no page's parts.
			.filter((route) => /^\/\(manager\)\//.test(route) && !/\.\w+$|\/live$|\/preview$|passkey$/.test(route))
			.map((route) => route.replace('/(manager)', '').replace('[queue]', queue))
			.filter((path) => !path.includes('['))
	);
}
