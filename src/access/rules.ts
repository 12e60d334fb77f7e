import type { Role } from '#model/person.ts';
import type { Scope } from './scopes.ts';

/**
 * Which queues somebody must be for: `one`, the queues that the address names; `own`, any (the answer holds theirs
 * only); `all`, every queue; `none`, it concerns no queue.
 */
export type Reach = 'one' | 'own' | 'all' | 'none';

/** Who may: people from a role on, keys with a scope. What is left out may not. */
export interface Way {
	people?: Role;
	keys?: Scope;
	reach: Reach;
	/** How a key comes if not as `Authorization: Bearer` (or as the password where calls are sent). */
	keyIn?: 'firehose';
	/** A form that changes nothing, such as a preview: not in the audit log. */
	changesNothing?: true;
}

export type Rule = 'open' | Way;

/** The rule of each method; of a page `GET` and that of each of its forms. */
export type RouteRules = Partial<Record<'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS', Rule>> & {
	forms?: Record<string, Rule>;
};

/** Holds where nothing is stated: closed to all but administrators, so that what was forgotten is not open. */
export const unstated: Way = { people: 'admin', keys: 'admin', reach: 'all' };

const viewer = (reach: Reach): Way => ({ people: 'viewer', reach });
const manager = (reach: Reach): Way => ({ people: 'manager', reach });
const admin = (reach: Reach): Way => ({ people: 'admin', reach });
const looks = (way: Way): Way => ({ ...way, changesNothing: true });
const reads = (reach: Reach): Way => ({ keys: 'read', people: 'viewer', reach });
const sends: Way = { keys: 'ingest', people: 'admin', reach: 'own' };
const sets = (reach: Reach): Way => ({ keys: 'admin', people: 'admin', reach });

/** Of every route, by its id: the one place that says who may do what. src/views/access/guard.server.ts holds to it. */
export const rules: Record<string, RouteRules> = {
	'/(manager)/dashboard': { GET: viewer('own') },
	'/(manager)/dashboard/[queue]': { GET: viewer('one') },
	'/(manager)/alerts': { GET: viewer('own') },
	'/(manager)/dashboard/[queue]/alerts': {
		GET: viewer('one'),
		forms: {
			save: manager('one'),
			remove: manager('one'),
			undo: manager('one'),
			silence: manager('one'),
			unsilence: manager('one'),
			try: manager('one'),
			addTarget: manager('one'),
			removeTarget: manager('one'),
			renew: manager('one')
		}
	},
	'/(manager)/dashboard/[queue]/annotations': {
		GET: viewer('one'),
		forms: { save: manager('one'), remove: manager('one'), undo: manager('one') }
	},
	'/(manager)/dashboard/[queue]/callers': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/calls': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/compare': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/live': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/embed': { GET: viewer('one'), forms: { check: looks(manager('one')) } },
	'/(manager)/dashboard/[queue]/forecast': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/report': {
		GET: viewer('one'),
		forms: { ask: manager('one'), stop: manager('one'), resume: manager('one') }
	},
	'/(manager)/dashboard/[queue]/settings': { GET: viewer('one'), forms: { default: manager('one') } },
	'/(manager)/dashboard/[queue]/settings/preview': {
		GET: viewer('one'),
		forms: { default: looks(manager('one')) }
	},
	'/(manager)/dashboard/[queue]/special-days': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/special-days/calendar': {
		GET: viewer('one'),
		forms: { save: manager('one'), remove: manager('one'), undo: manager('one'), import: manager('one') }
	},
	'/(manager)/dashboard/[queue]/staffing': {
		GET: viewer('one'),
		forms: { bring: manager('one'), remove: manager('one') }
	},
	'/(manager)/dashboard/[queue]/staffing/plan.csv': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/staffing/plan.ics': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/topics': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/trend': { GET: viewer('one') },
	'/(manager)/dashboard/[queue]/waits': { GET: viewer('one'), forms: { level: manager('one') } },
	'/(manager)/health': { GET: viewer('own') },
	'/(manager)/import': {
		GET: viewer('own'),
		forms: { preview: looks(manager('own')), check: looks(manager('own')), import: manager('own') }
	},
	'/(manager)/queues/new': { GET: manager('all'), forms: { default: manager('all') } },
	'/(manager)/rejects': { GET: viewer('all') },
	'/(manager)/rejects/not-read.csv': { GET: viewer('all') },
	'/(manager)/rejects/not-read.txt': { GET: viewer('all') },

	// What is taken is asked for as a page, which has a rule of its own.
	'/(manager)/take/chart.svg': { GET: viewer('own') },
	'/(manager)/take/chart.png': { GET: viewer('own') },
	'/(manager)/take/table.csv': { GET: viewer('own') },

	'/(manager)/people': {
		GET: admin('all'),
		forms: {
			invite: admin('all'),
			change: admin('all'),
			remove: admin('all'),
			link: admin('all'),
			end: admin('all')
		}
	},
	'/(manager)/keys': {
		GET: admin('all'),
		forms: { create: admin('all'), rotate: admin('all'), revoke: admin('all') }
	},
	'/(manager)/privacy': { GET: admin('all'), forms: { erase: admin('all') } },
	'/(manager)/privacy/settings.json': { GET: admin('all') },
	'/(manager)/changes': { GET: admin('all') },
	'/(manager)/changes/changes.csv': { GET: admin('all') },
	'/(manager)/account': {
		GET: viewer('none'),
		forms: {
			password: viewer('none'),
			passkey: viewer('none'),
			end: viewer('none'),
			endOthers: viewer('none')
		}
	},
	'/(manager)/account/passkey': { GET: viewer('none'), POST: viewer('none') },

	'/(access)/set-up': { GET: 'open', forms: { default: 'open' } },
	'/(access)/sign-in': { GET: 'open', forms: { default: 'open' } },
	'/(access)/sign-in/passkey': { GET: 'open', POST: 'open' },
	'/(access)/sign-in/provider': { GET: 'open' },
	'/(access)/sign-in/provider/back': { GET: 'open' },
	'/(access)/lost-password': { GET: 'open', forms: { default: 'open' } },
	'/(access)/set-password': { GET: 'open', forms: { default: 'open' } },
	// Whoever has the link of a mail may stop these mails.
	'/(access)/reports/[subscription]': { GET: 'open', forms: { stop: 'open', resume: 'open' } },
	'/sign-out': { GET: 'open', forms: { default: 'open' } },

	'/api/v1/alerts': { GET: reads('own') },
	'/api/v1/alerts/[alert]/silence': { PUT: sets('own'), DELETE: sets('own') },
	'/api/v1/alerts/rules': { GET: reads('own'), POST: sets('own') },
	'/api/v1/alerts/rules/[rule]': { PUT: sets('own'), DELETE: sets('own') },
	'/api/v1/alerts/rules/[rule]/silence': { PUT: sets('own'), DELETE: sets('own') },
	'/api/v1/calls': { POST: sends },
	'/api/v1/firehose': { POST: { keys: 'ingest', keyIn: 'firehose', reach: 'own' } },
	'/api/v1/limits': { GET: 'open' },
	'/api/v1/rejects': { GET: reads('all') },
	'/api/v1/sources': { GET: reads('own') },
	'/api/v1/queues': { GET: reads('own') },
	'/api/v1/queues/[queue]': { GET: reads('one'), PUT: sets('one') },
	'/api/v1/queues/[queue]/annotations': { GET: reads('one'), POST: sets('one') },
	'/api/v1/queues/[queue]/calls': { GET: reads('one') },
	'/api/v1/queues/[queue]/calls.csv': { GET: reads('one') },
	'/api/v1/queues/[queue]/compare': { GET: reads('one') },
	'/api/v1/queues/[queue]/forecast': { GET: reads('one') },
	'/api/v1/queues/[queue]/live': { GET: reads('one') },
	'/api/v1/queues/[queue]/live/stream': { GET: reads('one') },
	'/api/v1/queues/[queue]/load': { GET: reads('one') },
	'/api/v1/queues/[queue]/load.csv': { GET: reads('one') },
	'/api/v1/queues/[queue]/peaks': { GET: reads('one') },
	'/api/v1/queues/[queue]/special-days': { GET: reads('one') },
	'/api/v1/queues/[queue]/staffing': { GET: reads('one') },
	'/api/v1/queues/[queue]/topics': { GET: reads('one') },
	'/api/v1/queues/[queue]/topics.csv': { GET: reads('one') },
	'/api/v1/queues/[queue]/waits': { GET: reads('one') },
	'/api/v1/queues/[queue]/waits.csv': { GET: reads('one') },

	'/(public)': { GET: 'open' },
	'/(public)/call/[queue]': { GET: 'open' },
	'/(public)/call/[queue]/qr.svg': { GET: 'open' },
	'/(public)/call/[queue]/reminder.ics': { GET: 'open' },
	'/api/v1/public/queues/[queue]/best-time': { GET: 'open', OPTIONS: 'open' },
	'/badge/[queue].json': { GET: 'open' },
	'/badge/[queue].png': { GET: 'open' },
	'/badge/[queue].svg': { GET: 'open' },
	'/embed.js': { GET: 'open' },
	'/embed/[queue]': { GET: 'open' },
	'/embed/v[version].js': { GET: 'open' },
	'/embed/versions.json': { GET: 'open' },
	'/oembed': { GET: 'open' },

	'/docs': { GET: 'open' },
	'/metrics': { GET: reads('all') },
	'/healthz': { GET: 'open' },
	'/openapi.json': { GET: 'open' },
	'/readyz': { GET: 'open' }
};

/** The rule for a request; null where none is stated. `form` is the name of a page's form. */
export function ruleOf(routeId: string, method: string, form: string | null): Rule | null {
	const stated = rules[routeId];
	if (!stated) return null;
	if (method === 'POST' && stated.POST === undefined) return stated.forms?.[form ?? 'default'] ?? null;
	const known = (['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'] as const).find(
		(name) => name === (method === 'HEAD' ? 'GET' : method)
	);
	return (known && stated[known]) ?? null;
}

/** The name of the form that a page's address asks for, as the framework reads it. */
export function formOf(query: URLSearchParams): string {
	for (const name of query.keys()) if (name.startsWith('/')) return name.slice(1);
	return 'default';
}

/** Whether people of this role may what the rule says, and keys of these scopes. */
export function allows(rule: Way, who: { role: Role } | { scopes: readonly Scope[] }): boolean {
	if ('role' in who) return rule.people !== undefined && rank[who.role] >= rank[rule.people];
	return rule.keys !== undefined && who.scopes.includes(rule.keys);
}

/** Whether somebody limited to these queues (null: not limited) is for those that the address names. */
export function reaches(rule: Way, queues: string[] | null, named: string | undefined): boolean {
	if (queues === null || rule.reach === 'own' || rule.reach === 'none') return true;
	if (rule.reach === 'all' || named === undefined) return false;
	// In the API, `all` means all that the reader may see.
	return (
		(named === 'all' && rule.keys !== undefined) || named.split(',').every((slug) => queues.includes(slug))
	);
}

const rank: Record<Role, number> = { viewer: 0, manager: 1, admin: 2 };
