import { bytes } from './body.ts';
import type { RequestCase } from './questions.ts';

const path = '/queues/questions';
const put = (body: string | Uint8Array<ArrayBuffer>, status: number, says?: RegExp): RequestCase => ({
	path,
	method: 'PUT',
	body,
	status,
	says
});

/** One wrong setting: what is sent, and the field that the answer names. */
const fields: [settings: unknown, field: string][] = [
	[null, ''],
	[[], ''],
	[17, ''],
	['wallet', ''],
	[{ colour: 'red' }, 'colour'],
	[{ slug: 'other' }, 'slug'],
	[{ slug: 7 }, 'slug'],
	[{ name: 'Wallet' }, 'name'],
	[{ name: { en: 'Wallet' } }, 'name.zh'],
	[{ name: { en: '', zh: '钱包' } }, 'name.en'],
	[{ name: { en: ' ', zh: '钱包' } }, 'name.en'],
	[{ name: { en: 'x'.repeat(201), zh: '钱包' } }, 'name.en'],
	[{ name: { en: 'a\0b', zh: '钱包' } }, 'name.en'],
	[{ name: { en: 'a\nb', zh: '钱包' } }, 'name.en'],
	[{ name: { en: '\ud800', zh: '钱包' } }, 'name.en'],
	[{ name: { en: 'Wallet', zh: '钱包', de: 'x' } }, 'name.de'],
	[{ zone: '+08:00' }, 'zone'],
	[{ zone: 'CST' }, 'zone'],
	[{ zone: 'Asia/Peking' }, 'zone'],
	[{ zone: '' }, 'zone'],
	[{ zone: 8 }, 'zone'],
	[{ zone: null }, 'zone'],
	[{ country: 'cn' }, 'country'],
	[{ country: 'CHN' }, 'country'],
	[{ country: '' }, 'country'],
	[{ subdivision: 7 }, 'subdivision'],
	[{ subdivision: '' }, 'subdivision'],
	[{ hours: [] }, 'hours'],
	[{ hours: { monday: [] } }, 'hours.monday'],
	[{ hours: { mon: '09:00-18:00' } }, 'hours.mon'],
	[{ hours: { mon: ['09:00', '18:00'] } }, 'hours.mon.0'],
	[{ hours: { mon: [['09:00']] } }, 'hours.mon.0.1'],
	[{ hours: { mon: [['09:00', '12:00', '18:00']] } }, 'hours.mon.0.2'],
	[{ hours: { mon: [['9:00', '18:00']] } }, 'hours.mon.0.0'],
	[{ hours: { mon: [['09:00', '24:01']] } }, 'hours.mon.0.1'],
	[{ hours: { mon: [['09:00', '18:60']] } }, 'hours.mon.0.1'],
	[{ hours: { mon: [['24:00', '09:00']] } }, 'hours.mon.0'],
	[{ hours: { mon: [['09:00', '09:00']] } }, 'hours.mon.0'],
	[
		{
			hours: {
				sun: [
					['09:00', '12:00'],
					['11:00', '18:00']
				]
			}
		},
		'hours.sun.1'
	],
	[{ hours: { holiday: Array(13).fill(['09:00', '10:00']) } }, 'hours.holiday'],
	[{ service_level: 80 }, 'service_level'],
	[{ service_level: { threshold_seconds: -1 } }, 'service_level.threshold_seconds'],
	[{ service_level: { threshold_seconds: 20.5 } }, 'service_level.threshold_seconds'],
	[{ service_level: { threshold_seconds: '20' } }, 'service_level.threshold_seconds'],
	[{ service_level: { threshold_seconds: 241 } }, 'service_level.threshold_seconds'],
	[{ service_level: { threshold_seconds: 7201 } }, 'service_level.threshold_seconds'],
	[{ service_level: { target: 80 } }, 'service_level.target'],
	[{ service_level: { target: -0.1 } }, 'service_level.target'],
	[{ service_level: { target: '80 %' } }, 'service_level.target'],
	[{ service_level: { formula: 'Strict' } }, 'service_level.formula'],
	[{ service_level: { formula: 'constructor' } }, 'service_level.formula'],
	[{ service_level: { short_abandon_seconds: 121 } }, 'service_level.short_abandon_seconds'],
	[{ service_level: { threshold: 20 } }, 'service_level.threshold'],
	[{ month_end_days: 16 }, 'month_end_days'],
	[{ month_end_days: -1 }, 'month_end_days'],
	[{ public: true }, 'public'],
	[{ public: { enabled: 'yes' } }, 'public.enabled'],
	[{ public: { phone: '400' } }, 'public.phone'],
	[{ public: { phone: { number: 'call us' } } }, 'public.phone.number'],
	[{ public: { phone: { number: '400', verified_on: '2026-02-30' } } }, 'public.phone.verified_on'],
	[{ public: { channels: [{ kind: 'fax', label: 'Fax', url: 'tel:400' }] } }, 'public.channels.0.kind'],
	[
		{ public: { channels: [{ kind: 'chat', label: 'Chat', url: 'javascript:alert(1)' }] } },
		'public.channels.0.url'
	],
	[{ public: { topics: [{ slug: 'Card lost', name: 'x' }] } }, 'public.topics.0.slug'],
	[{ public: { topics: [{ slug: 'card', name: 'x', urgent: 'very' }] } }, 'public.topics.0.urgent'],
	[{ public: { topics: Array(51).fill({ slug: 'card', name: 'x' }) } }, 'public.topics'],
	[{ public: { parts: { now: true } } }, 'public.parts.week'],
	[{ public: { embed_origins: ['*'] } }, 'public.embed_origins.0'],
	[{ public: { embed_origins: ['https://a.example/path'] } }, 'public.embed_origins.0'],
	[{ public: { guide: { title: 5 } } }, 'public.guide.title'],
	[{ public: { min_calls: 9 } }, 'public.min_calls']
];

/** Settings of a queue that `PUT` must not take. */
export const settingsCases: RequestCase[] = [
	put('', 400, /not JSON/),
	put('{"name":', 400, /not JSON/),
	put('{"month_end_days":3,}', 400, /not JSON/),
	put(bytes([0xff, 0xfe], '{}'), 400),
	put(bytes('{"name":{"en":"M', [0xfc], 'ller","zh":"x"}}'), 400, /UTF-8/),
	put(`{"name":{"en":"${'x'.repeat(300_000)}","zh":"x"}}`, 413, /At most/),
	...fields.map(([settings, field]): RequestCase => ({ ...put(JSON.stringify(settings), 422), field })),
	...['all', 'Wallet', 'a b', 'x'.repeat(65), '支付', '%00'].map((slug): RequestCase => ({
		path: `/queues/${slug}`,
		method: 'PUT',
		body: '{}',
		status: 400,
		field: 'slug'
	}))
];
