import type { Lang } from './lang.ts';

/** What the checks of a queue's settings say (model/parseQueue.ts, time/serviceHoursProblem.ts), by what the API says. */
const inChinese: [RegExp, string][] = [
	[/^must not be empty$/, '请填写'],
	[/^at most (\d+) characters$/, '最多 $1 个字符'],
	[/^must be one line of text$/, '只能是一行文字'],
	[/^must be a number$/, '请填写数字'],
	[/^must be a whole number$/, '请填写整数'],
	[/^at least (\S+)$/, '不能小于 $1'],
	[/^at most (\d+) ranges a day$/, '每天最多 $1 个时段'],
	[/^at most (\S+)$/, '不能超过 $1'],
	[/^must be a wall time .*$/, '请填写时刻，例如 09:00；一天结束写 24:00'],
	[/^Expected a time from 00:00 to 24:00, got "(.*)"\.$/, '“$1”不是 00:00 至 24:00 之间的时刻'],
	[/^A range must take some time.*$/, '开始和结束不能相同；全天写 00:00 至 24:00'],
	[/^(\S+)–(\S+) overlaps another range of the day\.$/, '$1–$2 与当天的另一个时段重叠'],
	[/^must be an http\(s\), mailto or tel address$/, '请填写以 https://、mailto: 或 tel: 开头的地址'],
	[/^must be an origin .*$/, '请填写来源，例如 https://www.example.com，不带路径'],
	[
		/^must be whole seconds up to 120; above that a multiple.*$|^must be whole seconds up to 240; above that.*$/,
		'这个秒数无法精确统计：240 秒以内可用任意整数；更大的须为 2 的倍数（至 480）、4 的倍数（至 960）、8 的倍数（至 1920）、16 的倍数（至 3840），再往上为 32 的倍数'
	],
	[/^must be an IANA zone .*$/, '请填写 IANA 时区名称，例如 Asia/Shanghai'],
	[/^must be two capital letters .*$/, '请填写两个大写字母的国家或地区代码，例如 CN'],
	[/^must be a phone number$/, '请填写电话号码'],
	[/^must be a date .*$/, '请填写日期，例如 2026-03-02'],
	[/^must be a slug$/, '只能用小写字母、数字和连字符，最多 64 个'],
	[/^is there twice$/, '有两个主题用了同一个代码'],
	[/^must be one of (.*)$/, '只能是：$1'],
	[/^slug differs .*$/, '代码不能修改']
];

/** A problem of a queue's setting as a reader of one language sees it beside the field. */
export function queueProblemText(message: string, lang: Lang): string {
	const known = inChinese.find(([pattern]) => pattern.test(message));
	if (lang === 'zh') return known ? message.replace(known[0], known[1]) : message;
	return message.charAt(0).toUpperCase() + message.slice(1);
}
