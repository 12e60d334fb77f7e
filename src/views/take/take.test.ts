import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import HeatMap from '#charts/HeatMap.svelte';
import LoadBars from '#charts/LoadBars.svelte';
import { cutOut, readMarkup, textOf } from './markup.ts';
import { standaloneSvg } from './standaloneSvg.ts';
import { readStyles } from './styles.ts';
import { tableCsv } from './tableCsv.ts';
import { textLines } from './textLines.ts';

const css = `
	:root{--ink:#111;--paper:#fff;--ink-soft:#555;--answered:var(--blue);--blue:#0072b2}
	@media (prefers-color-scheme:dark){:root{--paper:#000}.bar{fill:red}}
	.bar.svelte-a{fill:var(--answered);stroke-width:.5rem}
	text:where(.svelte-a){font-size:12px}
	.plot.svelte-a svg:where(.svelte-a) .bar.late{fill:green}
	.plot.svelte-a svg:where(.svelte-a)>.bar.early{fill:blue}
	.bar.svelte-a:hover{fill:pink}
	.tall.svelte-b{display:none}
	.strip.svelte-b>svg:where(.svelte-b):not(.axis){height:2.5rem}
`;
const figure = `<p>before</p><figure data-chart="" class="svelte-f"><!--[--><figcaption><span class="finding">Most &lt; all, “so” 说</span><span class="small soft">A note</span></figcaption>
	<div class="legend small"><span class="key"><svg viewBox="0 0 18 14" aria-hidden="true"><rect class="bar svelte-a" width="18" height="14"></rect></svg> Answered</span></div>
	<div class="plot svelte-a"><svg role="img" aria-labelledby="x" width="100%" height="100" class="svelte-a"><defs><pattern id="s1-closed" width="8" height="4" patternUnits="userSpaceOnUse"><rect fill="var(--answered)"></rect></pattern></defs><rect class="bar svelte-a" onclick="x()" width="10"></rect><a href="/somewhere" data-sveltekit-noscroll=""><rect class="bar late svelte-a"/></a><text class="svelte-a" x="-8">1,000</text></svg><div class="reading">hint</div></div>
	<div class="tall svelte-b"><svg viewBox="0 0 10 10"></svg></div>
	<details data-table=""><summary>Show</summary><figure></figure></details></figure><figure data-chart=""><b>second</b></figure>`;

describe('markup', () => {
	test('cuts out the element that is asked for, whole', () => {
		expect(cutOut(figure, 'data-chart', 1)?.children).toMatchObject([{ tag: 'b' }]);
		expect(cutOut(figure, 'data-chart', 2)).toBeNull();
		expect(cutOut('<figure></figure>', 'data-chart', 0)).toBeNull();
		const sign = '<div aria-label="a > b, data-chart" data-table=""><p title="</div>">1</p></div>2';
		expect(cutOut(sign, 'data-table', 0)?.children).toMatchObject([{ tag: 'p', children: ['1'] }]);
		expect(cutOut(sign, 'data-chart', 0)).toBeNull();
	});

	test('reads tags, attributes and texts, and passes over comments', () => {
		const read = readMarkup('<a href="x?a=1&amp;b" hidden>one<!--]--> <b>two</b><br>three</a>');
		expect(read?.attributes).toEqual(
			new Map([
				['href', 'x?a=1&amp;b'],
				['hidden', '']
			])
		);
		expect(read && textOf(read)).toBe('one twothree');
		expect(readMarkup('no element')).toBeNull();
	});
});

test('styles hold by class, parent and weight; those of states and other screens do not', () => {
	const styles = readStyles(css);
	const root = readMarkup(
		'<div class="plot svelte-a"><svg class="svelte-a"><rect class="bar svelte-a"></rect><rect class="bar late svelte-a"></rect></svg></div>'
	);
	const svg = root?.children[0];
	const bars = typeof svg === 'object' ? svg.children : [];
	const fills = bars.map((bar) => (typeof bar === 'string' ? '' : styles.of(bar).get('fill')));
	expect(fills).toEqual(['#0072b2', 'green']);
	expect(styles.resolved('var(--paper) var(--none)')).toBe('#fff ');
	const strip = readMarkup(
		'<div class="strip svelte-b"><svg class="axis svelte-b"></svg><svg class="svelte-b"></svg></div>'
	);
	expect(strip?.children.map((one) => typeof one === 'object' && styles.of(one).get('height'))).toEqual([
		undefined,
		'2.5rem'
	]);
});

test('a picture stands alone: no class, no variable, no script, its finding and key as text', () => {
	const found = cutOut(figure, 'data-chart', 0);
	const svg = found ? standaloneSvg(found, readStyles(css), { source: 'Waits · Offpeak' }) : '';
	expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960" height="\d+"/);
	expect(svg).toContain('>Most &lt; all, “so” 说</text>');
	expect(svg).toContain('>Answered</text>');
	expect(svg).toContain('fill="#0072b2"');
	expect(svg).toContain('fill="green"');
	expect(svg).toContain('stroke-width="8"');
	expect(svg).toContain('font-size="12"');
	expect(svg).toContain('id="s1-closed"');
	expect(svg).toContain('>Waits · Offpeak</text>');
	expect(svg).not.toMatch(/<a|href=|class=|var\(|onclick|style=|hint|Show|viewBox="0 0 10 10"/);
});

test('a table gives the numbers behind its texts', () => {
	const details = readMarkup(
		'<details><table><thead><tr><th>Topic</th><th>=Share</th><th>Calls</th><th>Text</th></tr></thead><tbody>' +
			'<tr><th scope="row">a &amp; b</th><td><data value="0.3333">33.3%</data></td><td class="number">1,234</td><td>–</td></tr>' +
			'<tr><th scope="row">+1</th><td><data value="">–</data></td><td class="a number"> 7 </td><td>1756600000.10</td></tr></tbody></table></details>'
	);
	expect(details && tableCsv(details)).toBe(
		"Topic,'=Share,Calls,Text\r\na & b,0.3333,1234,\r\n'+1,,7,1756600000.10\r\n"
	);
});

test('texts break between words, and between Chinese characters', () => {
	expect(textLines('one two three four', 10, 50)).toEqual(['one two', 'three', 'four']);
	expect(textLines('一二三四五。六七八', 10, 55)).toEqual(['一二三四', '五。六七八']);
	expect(textLines('', 10, 50)).toEqual([]);
});

test('what lies over a drawing for who points at it takes no room in the picture', () => {
	const cells = [9, 10].map((hour) => ({ weekday: 1, hour, value: 10 * hour, days: 8 }));
	const heat = { weekdays: [], weekdaysShort: [], hour: '', thin: '', none: '', showTable: '', caption: '' };
	const heatTexts = { value: String, fullValue: String, days: String, hourName: String, hourRange: String };
	const load = { answered: 'A', abandoned: 'B', flowedOut: 'C', other: 'D', closed: 'E' };
	const loadTexts = { interval: '', offered: '', read: '', readHint: '', showTable: '', caption: '' };
	const charts = [
		(href?: () => string) =>
			render(HeatMap, {
				props: { finding: 'Busy.', cells, href, texts: { ...heat, ...heatTexts, steps: String } }
			}),
		(href?: () => string) =>
			render(LoadBars, {
				props: {
					finding: 'Busy.',
					bars: [{ label: '9', tick: '9', answered: 5, abandoned: 1, flowedOut: 0, other: 0, closed: false }],
					href,
					texts: { ...load, ...loadTexts, number: String }
				}
			})
	];
	for (const chart of charts) {
		const [plain = '', leading = ''] = [undefined, () => '/there'].map((href) => {
			const { body } = chart(href);
			expect(body.includes('href="/there"')).toBe(href !== undefined);
			const found = readMarkup(body);
			return found ? standaloneSvg(found, readStyles(css), { source: 'x' }) : '';
		});
		expect(plain).toContain('<path');
		expect(leading).toBe(plain);
	}
});
