import type { RecordCode } from '#model/recordCodes.ts';
import type { RejectsTexts } from './rejects.en.ts';

const reasons: Record<RecordCode, string> = {
	not_json: '不是 JSON',
	not_xml: '不是 XML',
	not_utf8: '不是 UTF-8 文本',
	not_an_object: '是 JSON，但不是对象',
	record_too_large: '记录过大',
	open_quote: '引号没有闭合',
	wrong_number_of_cells: '单元格数与表头不符',
	required: '缺少必需的字段',
	empty: '字段为空',
	not_a_string: '字段不是文本',
	not_a_whole_number: '字段不是整数',
	not_a_boolean: '字段不是 true 或 false',
	not_an_instant: '时间无效',
	ambiguous_date: '日期可以理解成两天',
	not_a_duration: '不是时长',
	no_offset: '时间没有注明与 UTC 的偏移',
	bad_character: '含有无法保存的字符',
	too_long: '文本或通话过长',
	out_of_range: '数值超出范围',
	in_future: '时间在将来',
	too_old: '早于保留期限',
	answered_before_enqueued: '接听早于进入队列',
	ends_before_it_starts: '结束早于进入队列',
	ends_before_it_is_answered: '结束早于接听',
	unknown_outcome: '未知的结果',
	outcome_contradicts: '结果与时间相互矛盾',
	not_a_log_line: '不符合日志的格式',
	wrong_zone: '时间与时区不符',
	queue_not_allowed: '密钥不适用于该队列'
};

export const rejectsZh = {
	title: '未读入',
	finding: (count, days) => `最近 ${days} 天有 ${count} 条记录未能读入。`,
	most: (count, source, reason) => `其中 ${count} 条来自 ${source}：${reason}。`,
	onlyOne: (source, reason) => `来自 ${source}：${reason}。`,
	all: (source, reason) => `全部来自 ${source}：${reason}。`,
	allRead: (days) => `最近 ${days} 天收到的记录全部读入。`,
	nothingYet: '还没有收到任何记录。',
	storedOnly: '已存有来电，但自开始记录接收情况以来，还没有收到过记录。',
	explain: (days) =>
		`一条记录有误，不影响其他记录。发来的原文保留 ${days} 天，来电号码已隐去。请在来源处改正后整份重发：已经读入的不会重复计算。`,
	sources: {
		title: '来源',
		caption: '各来源的接收情况',
		source: '来源',
		last: '最近收到',
		delay: '滞后',
		delayMeaning: '滞后：最新一条记录所述的时间与收到它的时间之差。',
		calls: '来电',
		read: '已读入记录',
		refused: '未读入',
		zone: (zone) => `时间：${zone}。`
	},
	reasons: {
		title: '原因',
		caption: '未读入的记录，按来源和原因统计',
		reason: '原因',
		count: '记录',
		last: '最近一次',
		show: (count, source, reason) => `${source} 的 ${count} 条：${reason}`
	},
	list: {
		title: '原文',
		form: '筛选记录',
		source: '来源',
		reason: '原因',
		from: '第一天',
		to: '最后一天',
		any: '全部',
		show: '显示',
		clear: '显示全部',
		none: '没有符合条件的记录。',
		found: (count) => `共 ${count} 条，最近的在前。`,
		line: (line) => `第 ${line} 行`,
		whole: (characters) => `全文（${characters} 个字符）`,
		older: '更早的',
		latest: '回到最近',
		pages: '记录翻页',
		download: '下载',
		csv: '表格（CSV）',
		text: '原文（文本）',
		textNote: '原文改正后可以重发。来电号码仍然隐去，这些来电将不计来电者；CSV 的行不含表头。'
	},
	unknownSource: '未知',
	reason: (code) => (isCode(code) ? reasons[code] : code)
} satisfies RejectsTexts;

function isCode(code: string): code is RecordCode {
	return Object.hasOwn(reasons, code);
}
