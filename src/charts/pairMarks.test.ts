import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import PairLines from './PairLines.svelte';

const points = [1, 2].map((day) => ({
	...{ labelA: `Nov ${day}`, labelB: `Oct ${day}`, tick: null },
	...{ a: 10 * day, b: 5 * day }
}));
const texts = {
	...{ a: 'November', b: 'October', time: 'Day', against: 'Against', read: 'Read', readHint: 'Point' },
	...{ showTable: 'Show as table', caption: 'Calls', number: String }
};
const mark = (number: number, text: string, at: number) => ({
	title: `Marked ${number}`,
	column: `Column ${number}`,
	marks: [{ number, x: at * 50, width: 50, leftOut: false }],
	notes: [`At ten: ${text}`],
	cells: [0, 1].map((i) => (i === at ? text : ''))
});

test('marks of both sides are drawn apart, listed apart with numbers that go on, and have a column each', () => {
	const marks = { a: mark(1, 'Outage', 0), b: mark(2, 'Campaign', 1) };
	const { body } = render(PairLines, { props: { finding: 'More.', points, marks, texts } });
	const bands = [...body.matchAll(/<rect class="mark[^>]* y="(-?\d+)"/g)].map(([, y]) => Number(y));
	expect(bands).toEqual([-4, 213]);
	expect(body).toMatch(/Marked 1.*<ol start="1".*At ten: Outage.*Marked 2.*<ol start="2".*At ten: Campaign/s);
	expect(body).toMatch(/Column 1<\/th>.*Column 2<\/th>/s);
	const cells = [...body.matchAll(/<data[^>]* value="([^"]*)"/g)].map(([, value]) => value);
	expect(cells).toEqual(['10', 'Oct 1', '5', 'Outage', '', '20', 'Oct 2', '10', '', 'Campaign']);
});

test('without marks there is nothing of them', () => {
	const { body } = render(PairLines, { props: { finding: 'More.', points, texts } });
	expect(body).not.toContain('class="mark');
	expect(body.match(/<th scope="col"/g)?.length).toBe(4);
});
