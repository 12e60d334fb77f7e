import type { EmbedTexts } from './embed.en.ts';

export const embedZh = {
	badge: {
		waiting: '等候时间',
		notShown: '目前不显示',
		open: '服务中',
		closed: '不在服务时间',
		opens: (when: string) => `${when} 开始服务`,
		quietest: (when: string) => `最清闲：${when}`,
		separator: ' · ',
		best: '最佳来电时间',
		none: '暂时还说不出哪个时段清闲'
	},
	reminder: {
		title: (name: string) => `拨打${name}`,
		why: (wait: string) => `这是比较清闲的时段：${wait}。`,
		plain: '您选定的来电时间。',
		number: (number: string) => `号码：${number}`,
		guide: (address: string) => `来电前请准备：${address}`,
		zone: (times: string, zone: string) => `${times}（${zone}）`,
		badStartTitle: '没有这个时间',
		badStart:
			'“start”须是带时差的时刻，例如 2026-11-24T14:00:00+08:00，并且在今后 14 天内、热线的服务时间之内。',
		noneTitle: '没有可选的时间',
		none: '目前还说不出哪个时段清闲。'
	},
	link: (name: string) => `什么时候打电话最合适？${name}`,
	qrTitle: (name: string) => `最佳来电时间：${name}（网址二维码）`,
	qrCaption: '扫码随时查看最佳来电时间：',
	oembed: {
		badUrlTitle: '没有地址',
		badUrl: '“url”须是本站来电指南的地址。',
		notFoundTitle: '没有这条热线',
		notFound: '这个地址没有公开的热线。',
		formatTitle: '没有这种格式',
		format: '只提供 format=json。'
	}
} satisfies EmbedTexts;
