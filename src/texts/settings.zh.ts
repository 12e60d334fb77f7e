import type { SettingsTexts } from './settings.en.ts';

export const settingsZh = {
	title: (name: string) => `设置：${name}`,
	leadPublic: '这条热线已对来电者公开，保存后立即生效。',
	leadPrivate: '这条热线还没有公开：勾选“对来电者公开”并保存即可。',
	readOnly: '您只能查看：当前角色为查看者。',
	save: '保存',
	saved: '已保存，立即生效。',
	created: '队列已建好。请先设置服务时间，准备好后再公开。',
	notSaved: (count: number) => `没有保存：有 ${count} 处需要修改。`,
	add: '添加',
	addTo: { hours: '添加时段', channels: '添加渠道', topics: '添加主题' },
	remove: '删除',
	removeOf: (what: string) => `删除：${what}`,
	zh: '中文',
	en: '英文',
	sameAsChinese: '不填则与中文相同',
	basics: {
		title: '热线',
		name: '名称',
		zone: '时区',
		zoneHint: 'IANA 名称，日和周都按它划分。更换时区会重新统计每一天，可能需要一些时间。',
		country: '国家或地区',
		countryHint: '两个字母的代码（ISO 3166-1），决定法定节假日和来电者可以求助的机构。',
		subdivision: '下级地区',
		subdivisionHint: 'ISO 3166-2 中国家代码之后的部分，例如 GD；可以不填。'
	},
	hours: {
		title: '服务时间',
		hint: '按上面的时区填写。不填表示不开放；结束早于开始表示到次日凌晨；午夜写 24:00。',
		from: '从',
		to: '到',
		holiday: '节假日',
		copy: '周二至周五与周一相同',
		special: '个别不同的日子：',
		specialLink: '特殊日期'
	},
	level: {
		title: '服务水平',
		threshold: '接听时限（秒）',
		target: '目标（%）',
		formula: '公式',
		short: '短放弃（秒）',
		shortHint: '在这段时间内挂断的来电，有两种公式不计入或算作达标。',
		monthEnd: '算作月末的天数',
		monthEndHint: '每月最后几天；0 表示不区分。',
		retention: '单通来电的保存天数',
		retentionHint: '留空则与其他队列相同。更早的来电会被删除且不再接收，各项数据保留。'
	},
	shown: {
		title: '对来电者公开',
		enabled: '对来电者公开',
		enabledHint: '关闭后，首页、来电指南、挂件和接口都会说明不显示等候时间。',
		parts: '其中显示',
		now: '现在要等多久',
		week: '一周各时段',
		accuracy: '估计的准确率',
		minCalls: '每个时段至少要有的来电量',
		minCallsHint: '来电更少的时段不作估计；不小于 10。',
		origins: '可以嵌入挂件的网站',
		originsHint: '每行一个来源，例如 https://www.example.com；不填表示不限。'
	},
	phone: {
		title: '电话号码',
		number: '号码',
		label: '号码旁的说明',
		verified: '核对日期',
		verifiedHint: '来电者会看到这个日期。填写前请先亲自拨打一次。'
	},
	channels: {
		title: '其他渠道',
		kind: '类型',
		label: '名称',
		url: '地址',
		urlHint: '以 https://、mailto: 或 tel: 开头'
	},
	topics: {
		title: '来电主题',
		hint: '首页会问来电者要咨询什么，来电指南会按主题告诉他们准备什么。',
		name: '名称',
		slug: '网址中的代码',
		slugHint: '小写字母、数字和连字符；不填则由名称生成。',
		urgent: '紧急：请立即来电，不必等清闲时段',
		prepare: '请准备好（每行一项）',
		prepareHint: '不填则使用通用清单。'
	},
	guide: {
		title: '来电指南的文字',
		hint: '不填则使用默认文字（灰色显示）。清单每行一项。',
		names: {
			fraud_warning: '防诈骗提醒',
			number_check: '怎样核对号码',
			prepare: '请准备好',
			explain: '怎样说明情况',
			urgent: '紧急：先做什么',
			freeze_url: '紧急：冻结账户的网址',
			no_channels: '没有其他渠道时',
			unsolved: '没有解决时的步骤',
			authorities: '外部求助机构'
		}
	},
	preview: {
		title: '来电者看到的样子',
		show: '预览',
		note: '尚未保存，只有您能看到。',
		off: '现在没有公开，公开后是这样：',
		wrong: '请先改正以下内容再预览：',
		frame: '来电指南预览',
		language: '语言',
		topic: '主题'
	},
	create: {
		link: '新建队列',
		title: '新建队列',
		lead: '有来电时队列会自动建好。如果想在第一通来电之前设置，可以在这里新建。',
		slug: '代码（用于网址和来电数据）',
		slugHint: '小写字母、数字和连字符，例如 payments；建好后不能修改。',
		slugWrong: '1 至 64 个小写字母、数字或连字符，且不能是“all”。',
		slugTaken: '已经有这个队列了。',
		make: '新建'
	}
} satisfies SettingsTexts;
