import { expect, test } from 'vitest';
import { mailHtml } from './mailHtml.ts';
import type { MailContent } from './mailPart.ts';
import { mailText } from './mailText.ts';

const table = {
	caption: 'Key figures',
	columns: ['Figure', 'This week', 'Change'],
	rows: [{ name: 'Calls offered', cells: ['1,100', '+10%'] }]
};
const content: MailContent = {
	title: 'Report of the week',
	queues: null,
	parts: [
		{
			name: '支付 <script>alert("1")</script> & more',
			lead: '1,100 calls, more than usual.',
			week: '2 to 8 March',
			address: 'https://calls.example.com/dashboard/pay/report?week=2026-03-02&lang=en',
			blocks: [
				{ title: 'Key figures', table },
				{ title: 'Busiest hours', lines: ['Mon 9–10: 80 calls'] }
			]
		}
	],
	more: null,
	open: 'Open this report',
	why: 'You get this every Monday.',
	stop: { text: 'Stop these e-mails', address: 'https://calls.example.com/reports/abc' }
};

test('as text each row names its figures', () =>
	expect(mailText({ ...content, parts: content.parts.map((part) => ({ ...part, name: '支付' })) })).toBe(
		`支付
====
2 to 8 March

1,100 calls, more than usual.
Open this report: https://calls.example.com/dashboard/pay/report?week=2026-03-02&lang=en

Key figures
-----------
Calls offered: This week 1,100 · Change +10%

Busiest hours
-------------
Mon 9–10: 80 calls

${'-- '}
You get this every Monday.
Stop these e-mails: https://calls.example.com/reports/abc
`
	));

test('as HTML it has the same, escaped, and asks for nothing from elsewhere', () => {
	const html = mailHtml(content, 'en');
	expect(html).toContain('<html lang="en">');
	expect(html).not.toContain('<script');
	expect(html).toContain('支付 &#60;script&#62;');
	expect(html).toContain('report?week=2026-03-02&#38;lang=en"');
	for (const text of [
		'1,100 calls, more',
		'Calls offered</th>',
		'>+10%</td>',
		'Mon 9–10: 80 calls',
		'Stop these'
	])
		expect(html).toContain(text);
	expect(html).not.toMatch(/<img|src=|url\(/);
});
