import type { CallersTexts } from './callers.en.ts';

export const callersZh: CallersTexts = {
	title: (queue) => `${queue}：来电者看到的`,
	now: '此刻',
	rail: '与网站上一样按固定档位显示：从不显示数量，一分钟内保持不变。',
	closed: '现在不在服务时间：来电者看到的是何时开始服务。',
	nothing: '不显示等候时间：这个时段的来电太少。',
	hidden: '本热线未公开，来电者看不到。若公开，会显示：',
	partOff: '“此刻等候”已关闭显示。若打开，会显示：',
	basis: {
		live: '依据此刻的等候与接听情况。',
		typical: '依据最近 8 周的同一时段。'
	},
	why: {
		late: '未依据实时情况：通话结束后才收到记录，无法得知此刻有谁在等候。',
		silent: '未依据实时情况：已有一段时间没有收到任何记录。',
		unknown: '未依据实时情况：还没有收到过进行中的通话记录。',
		few_waits: '未依据实时情况：可供学习的等候还太少。',
		no_agents: '未依据实时情况：似乎无人接听。'
	},
	record: '是否说准',
	recordRail:
		'当天来电者中，等候时间没有超过“大多数不到”的比例。承诺的是五分之四；因为等候时间向上取整，通常会更高。提前放弃的来电不计入。',
	held: (most, half) => `最近 28 天，“大多数不到”说准了 ${most}，“半数不到”说准了 ${half}。`,
	heldUnknown: '最近 28 天看到提示的来电者太少，无法判断是否说准。',
	worst: (day, share) => `最差的一天是 ${day}，“大多数不到”说准了 ${share}。`,
	noDays: '这些天没有来电者看到提示。',
	shown: '来电者也能看到这个比例。',
	notYet: '来电者暂时还看不到这个比例：给来电者看的数字每天计算一次。',
	notShown: '来电者看不到这个比例，可在设置中打开。',
	note: '空心的日期是事后按当天已知的情况推算的，当天并未向来电者显示。',
	chart: {
		caption: '每天“大多数不到”说准的比例',
		told: '说准',
		replayed: '事后推算',
		promised: '五分之四',
		read: '查看每天',
		day: '日期',
		callers: '来电者',
		most: '“大多数不到”说准',
		half: '“半数不到”说准',
		live: '依据实时情况',
		how: '来源',
		toldThen: '当天显示'
	}
};
