import type { Scope } from '#access/keys.server.ts';
import type { Operation } from './types.ts';

/** The ways in, of which one is enough. */
export const securitySchemes = {
	key: {
		type: 'http',
		scheme: 'bearer',
		description:
			'A key: `Authorization: Bearer <key>`. It has scopes (`ingest`: send calls, `read`: read figures, `admin`: change ' +
			'settings), each for all queues or for named ones, may end by itself, and is shown once, when it is made.'
	},
	session: {
		type: 'apiKey',
		in: 'cookie',
		name: 'offpeak_session',
		description:
			'The cookie of somebody who has signed in. An administrator has every scope; managers and viewers have `read`; ' +
			'each for the queues that the role is for. ' +
			'Writing works from pages of this origin only.'
	},
	firehose: {
		type: 'apiKey',
		in: 'header',
		name: 'X-Amz-Firehose-Access-Key',
		description:
			'A key with the scope `ingest`, as the access key of a Firehose stream: for its deliveries only.'
	}
};

export function needs(scope: Scope): Operation['security'] {
	return [{ key: [scope] }, { session: [scope] }];
}

/** Open to everybody, from every site. */
export const open: Operation['security'] = [];
