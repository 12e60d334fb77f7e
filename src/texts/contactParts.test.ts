import { expect, it } from 'vitest';
import { contactParts } from './contactParts.ts';

const hrefs = (line: string) => contactParts(line).flatMap(({ href }) => href ?? []);
const whole = (line: string) =>
	contactParts(line)
		.map(({ text }) => text)
		.join('');

it.each([
	['中国人民银行：12363', ['tel:12363']],
	['报警 110，反诈专线 96110', ['tel:110', 'tel:96110']],
	['Ombudsman: example.org.uk, 0800 023 4567', ['https://example.org.uk', 'tel:08000234567']],
	[
		'consumerfinance.gov/complaint，855-411-2372',
		['https://consumerfinance.gov/complaint', 'tel:8554112372']
	],
	['police advice line #9110', ['tel:%239110']],
	['https://a.example/help.', ['https://a.example/help']],
	['write within 15 days', []],
	['A consumer association near you', []]
])('%s', (line, found) => {
	expect(hrefs(line)).toEqual(found);
	expect(whole(line)).toBe(line);
});
