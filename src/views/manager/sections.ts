import type { ManagerTexts } from '#texts/manager.ts';

type Name = keyof ManagerTexts['sections'];

/** What the manager's pages begin with; the names are texts. */
export const houseSections = [
	{ path: '/dashboard', name: 'queues' },
	{ path: '/alerts', name: 'allAlerts' },
	{ path: '/health', name: 'health' },
	{ path: '/import', name: 'import' },
	{ path: '/rejects', name: 'rejects', for: 'all' },
	{ path: '/people', name: 'people', for: 'admin' },
	{ path: '/keys', name: 'keys', for: 'admin' },
	{ path: '/changes', name: 'changes', for: 'admin' },
	{ path: '/privacy', name: 'privacy', for: 'admin' }
] as const satisfies {
	path: string;
	name: Name;
	/** Only for those who see all queues, or who are their administrators; the rules are in access/rules.ts. */
	for?: 'all' | 'admin';
}[];

export type HouseSection = (typeof houseSections)[number];

/** What there is of each queue, below `/dashboard/{queue}`. */
export const queueSections = [
	{ path: '', name: 'load' },
	{ path: '/waits', name: 'waits' },
	{ path: '/topics', name: 'topics' },
	{ path: '/trend', name: 'trend' },
	{ path: '/compare', name: 'compare' },
	{ path: '/calls', name: 'calls' },
	{ path: '/special-days', name: 'specialDays' },
	{ path: '/annotations', name: 'annotations' },
	{ path: '/alerts', name: 'alerts' },
	{ path: '/forecast', name: 'forecast' },
	{ path: '/staffing', name: 'staffing' },
	{ path: '/callers', name: 'callers' },
	{ path: '/embed', name: 'embed' },
	{ path: '/settings', name: 'settings' }
] as const satisfies {
	path: '' | `/${string}`;
	name: Name;
}[];
