import type { KeyboardTexts } from './keyboard.en.ts';

export const keyboardZh = {
	button: '快捷键',
	title: '快捷键',
	close: '关闭',
	list: [
		['?', '显示本列表'],
		['/', '搜索队列和页面'],
		['g', '前往队列：输入部分名称，再按回车'],
		['o', '全部队列'],
		['Esc', '关闭']
	],
	find: '前往',
	search: '队列或页面',
	none: '没有这个名称。',
	failed: '队列列表读取失败。'
} satisfies KeyboardTexts;
