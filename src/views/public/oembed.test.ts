import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { oembed, queueOfAddress } from './oembed.ts';

const root = 'https://calls.example/help';
const src = `${root}/embed/wallet?lang=en`;

/** oEmbed 1.0, section 2.3.4, for the two types that are used. */
const text = { type: 'string' };
const whole = { type: 'integer', minimum: 1 };
const common = {
	version: { const: '1.0' },
	title: text,
	provider_name: text,
	provider_url: text,
	cache_age: whole
};
const schema = {
	oneOf: [
		{
			properties: { ...common, type: { const: 'rich' }, html: text, width: whole, height: whole },
			required: ['type', 'version', 'html', 'width', 'height'],
			additionalProperties: false
		},
		{
			properties: { ...common, type: { const: 'link' } },
			required: ['type', 'version'],
			additionalProperties: false
		}
	]
};
const ajv = new Ajv({ strictTypes: false });
const ask = (maxWidth: number | null, maxHeight: number | null = null) =>
	oembed({ src, title: 'Best time: "Wallet" & <co>', root }, { maxWidth, maxHeight });

describe('oembed', () => {
	it.each([null, 100, 239, 240, 300, 480, 1000])(
		'has the shape of the specification for maxwidth %s',
		(most) => {
			const answer = ask(most);
			expect(ajv.validate(schema, answer), ajv.errorsText()).toBe(true);
			expect(answer.width ?? 0).toBeLessThanOrEqual(most ?? 480);
		}
	);

	it('gives a frame of the room there is, and a link where there is none', () => {
		expect(ask(null)).toMatchObject({ type: 'rich', width: 480, height: 430 });
		expect(ask(300)).toMatchObject({ width: 300, height: 550 });
		expect(ask(300, 400)).toMatchObject({ height: 400 });
		expect(ask(200)).toMatchObject({ type: 'link' });
		expect(ask(null, 100).html).toBeUndefined();
	});

	it('escapes the title', () => {
		expect(ask(null).html).toContain('title="Best time: &#34;Wallet&#34; &#38; &#60;co&#62;"');
	});
});

describe('queueOfAddress', () => {
	it('knows the addresses of guides and widgets', () => {
		expect(queueOfAddress(`${root}/call/wallet?lang=zh`, root)?.slug).toBe('wallet');
		expect(queueOfAddress(`${root}/embed/wallet`, root)?.slug).toBe('wallet');
	});

	it.each([
		'https://other.example/help/call/wallet',
		'https://calls.example/call/wallet',
		'https://calls.example/helpcall/wallet',
		`${root}/call/wallet/qr.svg`,
		`${root}/dashboard/wallet`,
		'call/wallet',
		''
	])('knows no other: %s', (address) => {
		expect(queueOfAddress(address, root)).toBeNull();
	});
});
