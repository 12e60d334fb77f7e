import type { AnnotationsTexts } from './annotations.en.ts';

export const annotationsZh: AnnotationsTexts = {
	titleOf: (name) => `${name}的标注`,
	none: '还没有标注。',
	count: (all, _, leftOut) =>
		leftOut === '0'
			? `共标注 ${all} 段时间，全部计入常态。`
			: `共标注 ${all} 段时间，其中 ${leftOut} 段不计入常态。`,
	intro:
		'把影响数字的事情标出来：故障、活动、线路搬迁。标注会显示在该时段的所有图表上，已统计的数字不会因此改变。' +
		'选择“不计入常态”后，这些小时不再作为参照：典型日、高峰、特殊日影响、给来电者看的等候时间和预测都不用它们。',
	add: '标注一段时间',
	edit: '修改标注',
	from: '开始',
	to: '结束',
	zone: (zone) => `按队列所在时区：${zone}`,
	text: '发生了什么',
	textHint: '简短说明，例如“App 故障”。',
	scope: '适用于',
	scopes: { queue: '本队列', all: '全部队列' },
	leaveOut: '不计入常态',
	leaveOutHint: '涉及到的整点小时都不计入。',
	save: '保存',
	cancel: '不修改',
	list: '已有标注',
	columns: { when: '时间', what: '发生了什么', usual: '常态', who: '标注人', act: '操作' },
	leftOut: '不计入',
	counts: '计入',
	ofAll: '全部队列',
	change: '修改',
	changeNamed: (what) => `修改：${what}`,
	remove: '删除',
	removeNamed: (what) => `删除：${what}`,
	saved: '已保存，预测将在一分钟内重新计算。',
	removed: '已删除。',
	undone: '已恢复。',
	deleted: (what, when) => `“${what}”已于 ${when}删除。`,
	undo: '撤销',
	problems: {
		from: '开始时间无效。',
		to: '结束时间无效。',
		order: '结束时间必须晚于开始时间。',
		tooLong: '一段标注最长一年。',
		text: '请说明发生了什么，最多 200 字。',
		gone: '这条标注已不存在。'
	},
	within: (notes, earlier) =>
		`这段时间的标注：${notes.join('；')}${earlier === null ? '' : `；另有更早的 ${earlier} 条`}。`,
	chart: {
		title: '标注',
		column: '标注',
		note: (when, text) => `${when}：${text}`,
		leftOut: '不计入常态'
	}
};
