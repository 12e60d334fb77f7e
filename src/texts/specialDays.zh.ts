import type { SpecialDaysTexts } from './specialDays.en.ts';

export const specialDaysZh: SpecialDaysTexts = {
	titleOf: (name) => `${name}的特殊日`,
	kinds: {
		holiday: '节假日',
		weekend_holiday: '落在周末的节假日',
		make_up_workday: '调休上班日',
		before_holiday: '节前最后一个工作日',
		after_holiday: '节后首个工作日',
		bridge: '夹心工作日',
		month_end: '月末',
		first_business_day: '每月首个工作日',
		last_business_day: '每月末个工作日',
		weekend: '周末',
		ordinary: '普通日',
		payday: '发薪日',
		campaign: '活动日'
	},
	subjects: {
		holiday: '节假日',
		weekend_holiday: '落在周末的节假日',
		make_up_workday: '调休上班日',
		before_holiday: '节前最后一个工作日',
		after_holiday: '节后首个工作日',
		bridge: '夹在休息日之间的工作日',
		month_end: '月末',
		first_business_day: '每月首个工作日',
		last_business_day: '每月最后一个工作日',
		weekend: '周末'
	},
	subjectOf: (name) => `“${name}”`,
	days: (count) => `${count} 天`,
	interval: (low, high) => `${low}–${high}`,
	brings: (what, factor, interval, days) => `${what}的来电量是平常的 ${factor} 倍（${interval}，${days}）。`,
	unclear: (what, factor, interval, days) =>
		`${what}：目前看不出明显差别，为平常的 ${factor} 倍（${interval}，${days}）。`,
	longer: (usual, becomes) => `等候中位数为 ${becomes}，平日为 ${usual}。`,
	leave: (usual, becomes) => `放弃率为 ${becomes}，平日为 ${usual}。`,
	finding: {
		most: (what, factor) => `${what}最忙：来电量是平常的 ${factor} 倍。`,
		least: (what, factor) => `${what}最闲：只有平常的 ${factor} 倍。`,
		none: '目前没有哪类特殊日与平日有明显差别。',
		tooFew: '平日还太少，暂时无从比较特殊日。'
	},
	next: (day, kind, factor, interval) =>
		`接下来：${day}，${kind}，预计为平日的 ${factor} 倍左右（${interval}）。`,
	nextOnly: (day, kind) => `接下来：${day}，${kind}。`,
	year: {
		title: '全年',
		choose: '年份',
		finding: (year, most, mostFactor, least, leastFactor) =>
			`${year} 年里，与平日相比来电最多的是 ${most}（${mostFactor} 倍），最少的是 ${least}（${leastFactor} 倍）。`,
		plain: (year) => `${year} 年的特殊日`,
		note: '每根柱是一天，与其前后相似的平日相比：向上为来电较多，向下为较少。周末与工作日相比。',
		unpublished: (year) => `${year} 年的放假安排尚未公布：这里只列出法定假日，均为预计，不含调休上班日。`,
		unknown: (year) => `没有 ${year} 年的节假日资料。`,
		legend: {
			special: '特殊日',
			ordinary: '其他日子',
			coming: '预计',
			holiday: '节假日',
			makeUp: '调休上班日'
		},
		scale: '一半、持平、两倍',
		caption: (year) => `${year} 年的特殊日`,
		none: '这一年没有已知的特殊日。'
	},
	columns: {
		date: '日期',
		what: '是什么日子',
		calls: '来电量',
		expected: '平日应有',
		factor: '倍数',
		interval: '80% 区间',
		range: '范围',
		wait: '等候中位数',
		abandonment: '放弃率',
		days: '天数',
		kind: '类别'
	},
	instead: (value, usual) => `${value}（平日 ${usual}）`,
	closed: '不营业',
	estimated: '预计',
	foretold: '预测',
	kindsTitle: '分类来看',
	kindsLead: '每一类日子本身使来电量变为相似平日的多少倍。括号内是考虑到偶然因素的范围，以及依据的天数。',
	kindsNote: (fewest, variation) =>
		`至少有 ${fewest} 天且范围不含 1，才算有差别；这样，一条线路纯属偶然出现这种差别的可能性不超过百分之一。${variation}`,
	variation: (percent) => `平日之间本来就相差约 ${percent}。`,
	showTable: '以表格显示',
	kindsTable: '各类日子',
	waitsNote: '旁边是等候时间的中位数和放弃率，以及平日的数值。',
	calendar: {
		link: '修改日历',
		title: '日历',
		titleOf: (name) => `${name}的日历`,
		back: '返回特殊日',
		lead: '节假日和调休上班日由 Offpeak 自带。您在这里填写的优先生效，并立即用于各处：营业时间、来电指南、预测和这里的数据。',
		known: (first, last) => `已公布并收录：${first} 年至 ${last} 年。`,
		nothingKnown: '没有该国家或地区的节假日资料，请在此添加或导入。',
		notYet: (year) => `${year} 年尚未公布。在此之前，法定假日按预计列出。`,
		updated: '要采用新公布的安排：升级 Offpeak，或运行“npm run offpeak -- holidays”，或导入文件。',
		form: '添加或修改日期',
		date: '日期',
		until: '至（连续多天时填写）',
		kind: '是什么日子',
		ownKind: '其他类别（用拉丁字母）',
		ownKindHint: '例如 payday。留空则按上面的选择。',
		nameZh: '中文名称',
		nameEn: '英文名称',
		standsFor: '调休上班日按哪天上班',
		nearest: '最近的工作日',
		scope: '适用于',
		scopes: {
			queue: '仅本队列',
			country: (country) => `${country}的全部队列`,
			all: '全部队列'
		},
		kindHints: {
			holiday: '节假日或停业日（按节假日营业时间）',
			make_up_workday: '调休上班日',
			ordinary: '改为普通日'
		},
		save: '保存',
		ownTitle: '在此填写的日期',
		ownNone: '还没有：日历与自带的一致。',
		remove: '移除',
		removeNamed: (day) => `移除 ${day}`,
		undo: '撤销',
		lastChange: (who, when) => `上次修改：${who}，${when}，`,
		added: (count) => `新增 ${count}`,
		removed: (count) => `移除 ${count}`,
		undone: '已撤销上次修改。',
		saved: '已保存。',
		wasRemoved: '已移除，恢复为自带的日历。',
		import: '导入文件',
		importLead:
			'CSV 文件，含 date、kind、name_zh、name_en 各列，可另有 until 和 stands_for；或日历文件（.ics），其中的日期作为节假日，名称含“补班”“上班”的作为调休上班日。',
		file: '文件（.csv 或 .ics）',
		whole: '这是所含年份已公布的完整安排',
		doImport: '导入',
		imported: (days, left) => `已导入 ${days}。${left}`,
		notRead: (count) => `未能读取：${count}`,
		line: (line, problem) => `第 ${line} 行：${problem}`,
		source: '来源',
		sources: {
			'chinese-days': '国务院办公厅',
			'date-holidays': 'date-holidays',
			law: '法定'
		}
	},
	problems: {
		date: '日期不存在。',
		until: '结束日期不能早于开始日期，且相差不能超过 62 天。',
		kind: '类别须用小写拉丁字母、数字和下划线，并以字母开头。',
		standsFor: '星期须为 1（星期一）至 7。',
		file: '请选择不超过 1 MB 的文件。',
		unreadable: '文件既不是带表头的 CSV，也不是日历文件。',
		empty: '文件中没有日期。',
		tooMany: '文件中的日期超过 2000 个。',
		notAllowed: '您的角色可以查看日历，但不能修改。'
	}
};
