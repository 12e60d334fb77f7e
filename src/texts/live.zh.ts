import type { LiveTexts } from './live.en.ts';

export const liveZh = {
	title: '此刻',
	strip: '队列此刻的情况',
	state: {
		once: (time) => `${time} 时的情况。`,
		live: (time) => `实时更新，截至 ${time}。`,
		followed: (time) => `已连接，截至 ${time}。`,
		stale: (time) => `连接已中断，正在重连；显示的是 ${time} 的数据。`
	},
	feed: {
		live: '',
		late: '本队列的记录在通话结束后才送达，无法得知此刻有多少人在等。',
		silent: '比平时更久没有收到记录，这些数据可能已经过时。',
		unknown: '服务启动后还没有收到此刻的来电，暂时不知道有多少人在等。'
	},
	figures: {
		waiting: ['正在等候', '队列中的来电者'],
		longest: ['最长等候', '正在等候的人之中'],
		talking: ['通话中', '已接听、尚未结束'],
		estimate: ['预计等候', '此刻无法得知']
	},
	nobody: '现在没有人等候',
	fourInFive: (most) => `此刻来电，一半不超过此值，八成不超过 ${most}`,
	quarter: '上一刻钟',
	quarterCalls: (count) => `${count} 通`,
	quarterMeaning: (range, answered, abandoned, level) =>
		`${range}：接听 ${answered}，放弃 ${abandoned}，服务水平 ${level}`
} satisfies LiveTexts;
