import { describe, expect, it } from 'vitest';
import { walletQueues } from '#analysis/demo/wallet.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { parseQueue } from '#model/parseQueue.ts';
import { queueProblemText } from '#texts/queueProblems.ts';
import { changeRows } from './changeRows.ts';
import { formOf, type QueueForm } from './queueForm.ts';
import { tidied } from './queueOfForm.ts';
import { parsedForm } from './queueProblems.ts';
import { readQueueForm } from './readQueueForm.ts';

const [payments, , security] = walletQueues;
const plain = defaultQueue('new', { zone: 'Asia/Shanghai', country: 'CN' });

/** The form as a browser would send it. */
function sent(form: QueueForm): FormData {
	const data = new FormData();
	const put = (name: string, value: unknown): void => {
		if (typeof value === 'string') data.set(name, value.replaceAll('\n', '\r\n'));
		else if (typeof value === 'boolean') {
			if (value) data.set(name, 'on');
		} else if (typeof value === 'object' && value !== null)
			for (const [key, inner] of Object.entries(value)) put(name ? `${name}.${key}` : key, inner);
	};
	put('', form);
	return data;
}

const saved = (form: QueueForm, known = payments) => parsedForm(tidied(form), known, 'en');
const problemsOf = (form: QueueForm, lang: 'zh' | 'en' = 'en') => {
	const parsed = parsedForm(tidied(form), payments, lang);
	return 'problems' in parsed ? parsed.problems : {};
};

describe('the form of a queue', () => {
	it.each([payments, security, plain])('of $slug, sent back as it was, changes nothing', (queue) => {
		const form = readQueueForm(sent(formOf(queue)));
		expect(form).toEqual(formOf(queue));
		expect(saved(form, queue)).toEqual({ queue });
	});

	it('keeps English beside Chinese where it differs, and drops it where it does not', () => {
		const form = formOf(payments);
		form.topics = [
			{
				slug: '',
				name: { zh: '换绑手机', en: 'New phone number' },
				urgent: true,
				prepare: { zh: '旧号码\n新号码', en: '' }
			},
			{ slug: 'same', name: { zh: 'Alipay', en: 'Alipay' }, urgent: false, prepare: { zh: '', en: '' } }
		];
		const result = saved(form);
		const part = 'queue' in result ? result.queue.public : null;
		expect(part?.topics).toEqual([
			{ slug: 'new-phone-number', name: '换绑手机', urgent: true, prepare: ['旧号码', '新号码'] },
			{ slug: 'same', name: 'Alipay', urgent: false, prepare: [] }
		]);
		expect(Object.entries(part?.guide ?? {}).filter(([key]) => key.startsWith('topic.'))).toEqual([
			['topic.new-phone-number.name.en', 'New phone number']
		]);
	});

	it('tells two channels of a kind apart', () => {
		const form = formOf(plain);
		form.channels = ['微博', '抖音'].map((zh, i) => ({
			kind: 'social',
			label: { zh, en: ['Weibo', 'Douyin'][i] ?? '' },
			url: `https://social.example/${i}`
		}));
		const result = saved(form, plain);
		expect('queue' in result && formOf(result.queue).channels).toEqual(form.channels);
	});

	it('keeps guide texts that were changed, and settings that are not on the page', () => {
		const known = {
			...payments,
			public: { ...payments.public, guide: { ...payments.public.guide, mine: 'kept' } }
		};
		const form = formOf(known);
		form.guide.urgent = { zh: '先打电话', en: '' };
		const result = saved(form, known);
		expect('queue' in result && result.queue.public.guide).toMatchObject({
			mine: 'kept',
			'urgent.zh': '先打电话'
		});
		expect('queue' in result && 'urgent.en' in result.queue.public.guide).toBe(false);
	});

	it('adds, removes and copies rows without touching the rest', () => {
		const form = formOf(payments);
		expect(changeRows(form, 'add topics').topics).toHaveLength(form.topics.length + 1);
		expect(changeRows(form, 'remove topics 0').topics).toEqual(form.topics.slice(1));
		expect(changeRows(form, 'copy hours.sun').hours.wed).toEqual(form.hours.sun);
		expect(changeRows(form, 'add nothing')).toEqual(form);
		expect(tidied(changeRows(changeRows(form, 'add topics'), 'add hours.sun'))).toEqual(form);
	});
});

describe('what is wrong', () => {
	it('stands beside its field', () => {
		const form = formOf(payments);
		form.zone = 'CST';
		form.thresholdSeconds = '241.5';
		form.monthEndDays = '';
		form.retentionDays = '0';
		form.hours.mon = [{ from: '9:00', to: '25:00' }];
		form.channels[1] = { kind: 'chat', label: { zh: 'x', en: '' }, url: 'javascript:alert(1)' };
		form.topics[2] = {
			slug: form.topics[0]?.slug ?? '',
			name: { zh: 'a', en: '' },
			urgent: false,
			prepare: { zh: '', en: '' }
		};
		form.embedOrigins = 'https://a.example\nexample.org';
		form.guide.freeze_url = { zh: 'wallet.example', en: '' };
		expect(Object.keys(problemsOf(form)).sort()).toEqual([
			'channels.1.url',
			'embedOrigins',
			'guide.freeze_url.zh',
			'hours.mon.0.to',
			'monthEndDays',
			'retentionDays',
			'thresholdSeconds',
			'topics.2.slug',
			'zone'
		]);
	});

	it('names hours that overlap', () => {
		const overlap = formOf(payments);
		overlap.hours.sat = [
			{ from: '09:00', to: '12:00' },
			{ from: '11:00', to: '13:00' }
		];
		expect(problemsOf(overlap, 'zh')).toEqual({ 'hours.sat.1.from': '11:00–13:00 与当天的另一个时段重叠' });
	});

	it('tells which thresholds are counted exactly', () => {
		const form = { ...formOf(payments), thresholdSeconds: '7199' };
		expect(problemsOf(form).thresholdSeconds).toContain('a multiple of');
		expect(problemsOf(form, 'zh').thresholdSeconds).toContain('倍数');
	});

	it('is said in Chinese, all of it', () => {
		const wrong = {
			name: { en: '', zh: 'x'.repeat(300) },
			zone: 'x',
			country: 'china',
			hours: { mon: [['9', '10:00']] },
			service_level: { threshold_seconds: 9999, target: 2, formula: 'x', short_abandon_seconds: -1 },
			month_end_days: 1.5,
			public: {
				phone: { number: 'x', label: '', verified_on: 'x' },
				channels: [{ kind: 'x', label: 'a\u0001', url: 'x' }],
				topics: [{ slug: 'X', name: 'x' }],
				embed_origins: ['x'],
				min_calls: NaN
			}
		};
		const parsed = parseQueue(wrong, payments, () => false);
		const messages = 'problems' in parsed ? parsed.problems.map(({ message }) => message) : [];
		expect(messages.length).toBeGreaterThan(14);
		for (const message of messages) expect(queueProblemText(message, 'zh')).toMatch(/\p{Script=Han}/u);
	});
});
