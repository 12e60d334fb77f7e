/** Which queues a form names: null for all; `queues` is the name of the problem where none is named. */
export function reachOf(form: FormData, known: string[]): { queues: string[] | null } | 'queues' {
	if (form.get('reach') === 'all') return { queues: null };
	const named = new Set(form.getAll('queue').map(String));
	const queues = known.filter((slug) => named.has(slug));
	return queues.length > 0 ? { queues } : 'queues';
}

/** For the audit log. */
export function reachText(queues: string[] | null): string {
	return queues === null ? 'all' : queues.join(', ');
}
