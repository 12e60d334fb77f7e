import type { PublicTopic } from '#model/queue.ts';

const account = '账户绑定的手机号 · The mobile number of your account';
const transaction = '交易单号 · The transaction number';

/** Why people call each of the demo's lines, and what they should have at hand. */
export const walletTopics = {
	payments: [
		topic('charged-not-paid', '已扣款但支付失败 · Charged, but the payment failed', [
			account,
			transaction,
			'扣款时间、金额和银行卡尾号 · Time and amount of the charge, last digits of the card'
		]),
		topic('payment-declined', '支付被拒绝 · Payment declined', [
			account,
			'错误提示的截图 · A picture of the error message'
		]),
		topic('card-binding', '无法绑定银行卡 · A card cannot be added', [
			account,
			'银行名称和银行预留手机号 · The bank, and the mobile number it knows'
		]),
		topic('transfer-missing', '转账未到账 · A transfer has not arrived', [
			account,
			transaction,
			'收款人姓名和账户尾号 · Name of the receiver, last digits of the account'
		])
	],
	refunds: [
		topic('refund-late', '退款未到账 · A refund has not arrived', [
			account,
			transaction,
			'商家同意退款的记录 · What the merchant agreed to'
		]),
		topic('merchant-dispute', '与商家有争议 · Dispute with a merchant', [
			account,
			transaction,
			'聊天记录和商品照片 · The chat and pictures of the goods'
		]),
		topic('wrong-amount', '金额有误或重复扣款 · Wrong amount or charged twice', [
			account,
			'每笔交易的单号 · The number of each transaction'
		]),
		topic('unknown-charge', '不明扣款 · A charge you do not know', [
			account,
			'扣款时间和金额 · Time and amount of the charge'
		])
	],
	security: [
		topic(
			'stolen-phone',
			'手机丢失或被盗 · Phone lost or stolen',
			[account, '证件号码 · Number of your identity document', '最后一次使用的时间 · When you last used it'],
			true
		),
		topic(
			'account-taken-over',
			'账户被盗用 · Account taken over',
			[account, '可疑交易的时间和金额 · Time and amount of what you did not do'],
			true
		),
		topic('login-problem', '无法登录 · Cannot sign in', [
			account,
			'错误提示的截图 · A picture of the error message'
		]),
		topic('identity-check', '实名认证 · Identity check', [
			account,
			'有效的身份证件 · A valid identity document'
		])
	]
};

function topic(slug: string, name: string, prepare: string[], urgent = false): PublicTopic {
	return { slug, name, urgent, prepare };
}
