import type { WalletLine } from './walletLine.ts';

/** The demo's lines by the slug of their queue. */
export const walletLines: Record<'payments' | 'refunds' | 'security', WalletLine> = {
	payments: {
		calls: [600, 470, 440, 440, 480, 320, 290],
		profile: {
			workday: [0, 0, 0, 0, 0, 0, 0, 0, 5, 10, 11, 9, 6.5, 6, 7.5, 8, 7.5, 6.5, 5.5, 5, 4.5, 3, 0, 0],
			restDay: [0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 8, 8, 7, 6.5, 7, 7.5, 7.5, 7, 6.5, 6.5, 6, 0, 0, 0]
		},
		effects: { monthEnd: 1.25, beforeHoliday: 1.2, holiday: 0.7, afterHoliday: 1.3 },
		agents: {
			workday: [0, 0, 0, 0, 0, 0, 0, 0, 4, 6, 7, 6, 5, 5, 7, 7, 7, 6, 5, 5, 4, 4, 3, 0],
			restDay: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 5, 4, 4, 5, 5, 5, 5, 4, 4, 4, 2, 0, 0]
		},
		talk: { mean: 300, variation: 0.9 },
		hold: { share: 0.22, mean: 70 },
		wrap: { mean: 50, variation: 0.6 },
		patience: { mean: 1200, variation: 1.1, never: 0.03 },
		wayOut: { after: 600, share: 0.2, as: 'callback' },
		topics: [
			{ slug: 'charged-not-paid', share: 0.42, length: 1.1, priority: 0 },
			{ slug: 'payment-declined', share: 0.28, length: 0.8, priority: 0 },
			{ slug: 'card-binding', share: 0.12, length: 0.9, priority: 0 },
			{ slug: 'transfer-missing', share: 0.18, length: 1.15, priority: 0 }
		],
		room: 36,
		outage: { during: 4, after: 1.8 },
		team: { prefix: 'P', size: 24 }
	},
	refunds: {
		calls: [395, 330, 310, 300, 320, 180, 165],
		profile: {
			workday: [0, 0, 0, 0, 0, 0, 0, 0, 4, 9, 11, 9.5, 6, 6, 8.5, 9, 8, 6.5, 5, 4.5, 4, 2.5, 0, 0],
			restDay: [0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 8, 8, 7, 7, 8, 8, 7.5, 7, 6, 5.5, 5, 0, 0, 0]
		},
		effects: { monthEnd: 1.15, beforeHoliday: 1.1, holiday: 0.6, afterHoliday: 1.4 },
		agents: {
			workday: [0, 0, 0, 0, 0, 0, 0, 0, 3, 6, 7, 7, 5, 5, 7, 7, 7, 6, 5, 4, 4, 3, 2, 0],
			restDay: [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 2, 0, 0]
		},
		talk: { mean: 420, variation: 0.9 },
		hold: { share: 0.35, mean: 110 },
		wrap: { mean: 95, variation: 0.7 },
		patience: { mean: 1440, variation: 1, never: 0.03 },
		wayOut: { after: 900, share: 0.3, as: 'voicemail' },
		topics: [
			{ slug: 'refund-late', share: 0.44, length: 0.85, priority: 0 },
			{ slug: 'merchant-dispute', share: 0.24, length: 1.4, priority: 0 },
			{ slug: 'wrong-amount', share: 0.2, length: 0.9, priority: 0 },
			{ slug: 'unknown-charge', share: 0.12, length: 0.9, priority: 0 }
		],
		room: 24,
		outage: { during: 1.3, after: 1.7 },
		team: { prefix: 'R', size: 24 }
	},
	security: {
		calls: [172, 158, 154, 154, 162, 166, 158],
		profile: {
			workday: [
				3, 2, 1.4, 1, 1, 1.2, 2, 3.5, 6, 8.5, 9.5, 9, 7.5, 7, 7.5, 8, 8, 7.5, 7.5, 8, 8.5, 8, 6.5, 4.5
			],
			restDay: [
				4.5, 3, 2, 1.4, 1.2, 1.2, 1.6, 2.5, 4, 6, 7.5, 8, 8, 7.5, 7.5, 7.5, 7.5, 8, 8.5, 9, 9.5, 9, 7.5, 6
			]
		},
		effects: { monthEnd: 1, beforeHoliday: 1.1, holiday: 1.2, afterHoliday: 1.15 },
		agents: {
			workday: [2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2],
			restDay: [2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2]
		},
		talk: { mean: 360, variation: 0.8 },
		hold: { share: 0.25, mean: 80 },
		wrap: { mean: 80, variation: 0.6 },
		patience: { mean: 1200, variation: 1, never: 0.05 },
		wayOut: { after: 480, share: 0.85, as: 'overflowed' },
		topics: [
			{ slug: 'stolen-phone', share: 0.16, length: 0.85, priority: 10 },
			{ slug: 'account-taken-over', share: 0.2, length: 1.3, priority: 10 },
			{ slug: 'login-problem', share: 0.4, length: 0.85, priority: 0 },
			{ slug: 'identity-check', share: 0.24, length: 1.1, priority: 0 }
		],
		room: 20,
		outage: { during: 1.4, after: 1.2 },
		team: { prefix: 'S', size: 12 }
	}
};
