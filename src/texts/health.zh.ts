import type { HealthTexts } from './health.en.ts';

export const healthZh: HealthTexts = {
	title: '数据状况',
	lead: {
		none: '还没有收到任何数据源的记录。',
		stored: '已存有来电，但自开始记录接收情况以来，还没有数据源发送过。',
		past: '目前收到的都是过往来电。',
		refused: (refused, of) => `最近 24 小时的 ${of} 条记录中有 ${refused} 条未能读入。`,
		fine: (count) => (count === '1' ? '数据源正常。' : `${count} 个数据源均正常。`)
	},
	intro:
		'数据是否完整取决于各数据源的发送情况。按过去四周同类日同一时刻的规律，如果这么久没有记录一万次中才会出现一次，' +
		'就认为数据源中断；非服务时间和节假日不算中断。',
	problem: {
		silent: (source, since) => `${source} 自 ${since} 起没有记录，而此时通常应有记录。`,
		refused: (source, refused, of) => `最近一小时 ${source} 的 ${of} 条记录中有 ${refused} 条未能读入。`,
		ahead: (source, by) => `${source} 的时钟快了 ${by}，记录的时间在将来。`,
		aheadRefused: (source, count) =>
			`最近一小时 ${source} 有 ${count} 条记录因时间在将来而被拒收，对方时钟偏快。`,
		late: (source, delay, usual) => `${source} 的记录延迟 ${delay}，平时为 ${usual}。`
	},
	banner: {
		title: '数据可能不完整',
		see: '查看数据状况'
	},
	sources: {
		title: '数据源',
		caption: '各数据源的状况',
		source: '数据源',
		queues: '队列',
		state: '状况',
		last: '最近记录',
		delay: '延迟',
		pastOnly: '仅有过往来电',
		usual: '平时',
		rate: '每分钟记录',
		read: '24 小时读入',
		refused: '24 小时未读入',
		ahead: '时钟偏快',
		meaning:
			'延迟：从最新记录所述时刻（如通话结束）到收到为止；平时：最近一周的中位数。' +
			'每分钟记录：最近一刻钟的平均。时钟偏快：最近一小时的最大值。',
		states: {
			fine: '正常',
			silent: '中断',
			refused: '未读入',
			ahead: '时钟偏快',
			late: '延迟'
		},
		refusedLink: (count, source) => `${source} 未读入的 ${count} 条记录`,
		zones: '时间按各数据源所属队列的时区。'
	},
	gaps: {
		title: '最近一周的中断',
		none: '没有数据源在通常发送的时段中断。',
		lasts: (since) => `自 ${since} 起`,
		span: (when, length) => `${when}（${length}）`
	}
};
