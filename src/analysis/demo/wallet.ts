import type { PublicPart, Queue } from '#model/queue.ts';
import { twoLanguages } from './twoLanguages.ts';
import { walletTopics } from './walletTopics.ts';

/** What the three lines of the demo's digital wallet have in common. Nothing in it can be called or opened. */
const common = {
	zone: 'Asia/Shanghai',
	country: 'CN',
	subdivision: null,
	service_level: { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 },
	month_end_days: 3,
	retention_days: null
} as const;

const daytime: Queue['hours'] = {
	mon: [['08:00', '22:00']],
	tue: [['08:00', '22:00']],
	wed: [['08:00', '22:00']],
	thu: [['08:00', '22:00']],
	fri: [['08:00', '22:00']],
	sat: [['09:00', '21:00']],
	sun: [['09:00', '21:00']],
	holiday: [['10:00', '18:00']]
};

const allDay: Queue['hours'] = {
	mon: [['00:00', '24:00']],
	tue: [['00:00', '24:00']],
	wed: [['00:00', '24:00']],
	thu: [['00:00', '24:00']],
	fri: [['00:00', '24:00']],
	sat: [['00:00', '24:00']],
	sun: [['00:00', '24:00']],
	holiday: [['00:00', '24:00']]
};

/** The settings of the demo's queues, most called first. */
export const walletQueues: [payments: Queue, refunds: Queue, security: Queue] = [
	{
		...common,
		slug: 'payments',
		name: { en: 'Payments failed', zh: '支付失败' },
		hours: daytime,
		public: publicPart('400-000-0001', walletTopics.payments)
	},
	{
		...common,
		slug: 'refunds',
		name: { en: 'Refunds and disputes', zh: '退款与争议' },
		hours: daytime,
		public: publicPart('400-000-0002', walletTopics.refunds)
	},
	{
		...common,
		slug: 'security',
		name: { en: 'Account security', zh: '账户安全' },
		hours: allDay,
		public: publicPart('400-000-0003', walletTopics.security)
	}
];

function publicPart(number: string, topics: PublicPart['topics']): PublicPart {
	return twoLanguages({
		enabled: true,
		phone: { number, label: '', verified_on: '2026-01-05' },
		channels: [
			{ kind: 'app', label: 'App 内帮助中心 · Help in the app', url: 'https://wallet.example/help' },
			{ kind: 'chat', label: '在线客服 · Web chat', url: 'https://wallet.example/chat' },
			{ kind: 'email', label: '电子邮件 · E-mail', url: 'mailto:help@wallet.example' },
			{ kind: 'complaint', label: '投诉渠道 · Complaints', url: 'https://wallet.example/complaints' }
		],
		topics,
		parts: { now: true, week: true, accuracy: true },
		embed_origins: [],
		guide: { freeze_url: 'https://wallet.example/freeze' },
		min_calls: 30
	});
}
