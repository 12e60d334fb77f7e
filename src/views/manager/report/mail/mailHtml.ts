import { langTag, type Lang } from '#texts/lang.ts';
import type { PlainRows } from '../plainRows.ts';
import type { MailBlock, MailContent, MailPart } from './mailPart.ts';

// One sheet instead of a style for each cell, so that a mail of many tables stays below what such programs show in full (100 KB).
// Colours are left to the reader's light or dark.
const style = `body{margin:0;padding:16px;max-width:720px;font:15px/1.5 -apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',Arial,sans-serif}
h1{font-size:20px}h2{margin:28px 0 4px;font-size:19px}h3{margin:20px 0 4px;font-size:15px}
p{margin:0 0 10px}.lead{font-size:17px}.small{font-size:13px}
ul{margin:0;padding-left:20px}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th,td{padding:4px 10px 4px 0;vertical-align:top;border-bottom:1px solid #9aa5a8;text-align:right;white-space:nowrap}
th:first-child{text-align:left;white-space:normal}tbody th{font-weight:400}thead th{font-size:13px}`;

/** The mail as HTML that needs nothing from elsewhere: no pictures, so nothing tells the sender that it was read. */
export function mailHtml({ title, queues, parts, more, open, why, stop }: MailContent, lang: Lang): string {
	const body = [
		queues && `<h1>${escape(title)}</h1>${tableHtml(queues, queues.addresses)}`,
		...parts.map((part) => partHtml(part, open)),
		more && `<p>${escape(more)}</p>`,
		`<hr><p class="small">${escape(why)} ${link(stop.address, stop.text)}</p>`
	];
	return `<!doctype html>
<html lang="${langTag[lang]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title>
<style>${style}</style></head>
<body>
${body.filter(Boolean).join('\n')}
</body>
</html>
`;
}

function partHtml({ name, lead, week, address, blocks }: MailPart, open: string): string {
	return `<h2>${escape(name)}</h2>
<p class="small">${escape(week)}</p>
<p class="lead">${escape(lead)}</p>
<p>${link(address, open)}</p>
${blocks.map(blockHtml).join('\n')}`;
}

function blockHtml(block: MailBlock): string {
	const heading = `<h3>${escape(block.title)}</h3>`;
	if ('table' in block) return heading + tableHtml(block.table);
	return `${heading}<ul>${block.lines.map((text) => `<li>${escape(text)}</li>`).join('')}</ul>`;
}

function tableHtml({ columns, rows }: PlainRows, addresses: string[] = []): string {
	const head = columns.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
	const lines = rows.map(({ name, cells }, row) => {
		const address = addresses[row];
		const first = address ? link(address, name) : escape(name);
		return `<tr><th scope="row">${first}</th>${cells.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`;
	});
	return `<table><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}

function link(address: string, text: string): string {
	return `<a href="${escape(address)}">${escape(text)}</a>`;
}

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
