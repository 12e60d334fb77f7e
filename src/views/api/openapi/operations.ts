import type { Method, OpenApi, Operation } from './types.ts';

export interface Described {
	method: Method;
	path: string;
	operation: Operation;
}

/** All operations of a description, one after the other. */
export function operations({ paths }: OpenApi): Described[] {
	const methods: Method[] = ['get', 'put', 'post', 'patch', 'delete', 'options'];
	return Object.entries(paths).flatMap(([path, item]) =>
		methods.flatMap((method) => {
			const operation = item[method];
			return operation ? [{ method, path, operation }] : [];
		})
	);
}
