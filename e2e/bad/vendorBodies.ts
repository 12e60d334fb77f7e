import type { BodyCase } from './body.ts';

const leg = (n: number) =>
	`<?xml version="1.0"?><cdr><variables><uuid>leg-${n}</uuid><cc_side>member</cc_side>` +
	'<cc_queue_joined_epoch>1772414140</cc_queue_joined_epoch><cc_queue_canceled_epoch>1772414180</cc_queue_canceled_epoch>' +
	'</variables></cdr>';

/** What phone systems post, with something wrong in it. */
export const vendorBodies: BodyCase[] = [
	{
		mistake: 'FreeSWITCH: a leg whose tags do not match',
		body: [leg(1), leg(2).replace('</uuid>', '</id>'), leg(3)].join('\n'),
		type: 'text/xml',
		query: 'format=freeswitch-callcenter',
		status: 200,
		refused: [[2, null, 'not_xml']],
		stored: 2
	},
	{
		mistake: 'FreeSWITCH: a form without its field',
		body: 'uuid=a_1',
		type: 'application/x-www-form-urlencoded',
		query: 'format=freeswitch-callcenter',
		status: 400,
		says: /no field cdr/,
		stored: 0
	},
	{
		mistake: 'Amazon Connect: a file of another kind',
		body: 'id,queue',
		query: 'format=amazon-connect',
		status: 400,
		says: /begins with "i"/,
		stored: 0
	}
];
