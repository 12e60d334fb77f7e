import type { BuilderTexts } from './builder.en.ts';

export const builderZh = {
	title: '嵌入其他页面',
	lead: '来电者在哪里找号码，就在哪里告诉他们何时来电：帮助页、邮件、聊天群。',
	notPublic: '这条热线还没有公开。公开之前，嵌入的内容只会友好地说明暂不显示。',
	choose: '选择',
	level: '方式',
	levels: {
		script: '脚本',
		iframe: '框架',
		image: '图片',
		link: '链接'
	},
	about: {
		script: '完整的小组件，高度随内容，深浅随所在页面。1.2 KB，不用 Cookie。',
		iframe: '同样的小组件，用于不允许脚本的页面，高度固定。',
		image: '一行字的图片：SVG 用于网站和维基，PNG 用于邮件。',
		link: '用于聊天，以及只能放链接的地方。'
	},
	image: '图片格式',
	images: {
		svg: 'SVG：现在的情况',
		png: 'PNG，用于邮件：下一个清闲时段'
	},
	theme: '深浅',
	themes: { auto: '跟随页面', light: '浅色', dark: '深色' },
	language: '语言',
	languages: { auto: '跟随页面或读者', zh: '中文', en: 'English' },
	topic: '主题',
	anyTopic: '不限',
	accent: '链接颜色',
	accentHint: '六位数字或字母，例如 0b5563；看不清时不采用。',
	pinned: '固定为这个版本，并带校验值（SRI）',
	pinnedHint: '内容永不改变。要用上改进，须换新的代码。',
	show: '显示',
	code: '代码',
	copy: '复制',
	copied: '已复制',
	codeLabel: '要粘贴的代码',
	policy: '如果您的页面设有内容安全策略（CSP），须允许：',
	policyLink: '链接不需要别的设置。',
	style: '如果策略禁止 style 属性，请在自己的样式表里给这两个元素加上同样的规则。',
	versions: '全部版本及校验值',
	preview: '效果',
	previewOn: { light: '浅色页面上', dark: '深色页面上' },
	check: '检查页面',
	checkLead: '小组件在不在，有没有被拦住？只读取一次服务器发出的页面。',
	address: '页面地址',
	checkButton: '检查',
	verdict: {
		fine: '页面上有，没有被拦住。',
		blocked: (count: number) => `页面上有，但有 ${count} 处问题。`,
		missing: '页面上没有找到。'
	},
	findings: {
		found: (level: string) => `已找到：${level}。`,
		bad_status: (status: number) => `页面返回的状态是 ${status}。`,
		no_page: (type: string) => `这不是网页，而是 ${type}。`,
		not_found: '服务器发出的页面里没有这条热线的内容。如果是由标签管理工具之后加上的，这里看不到。',
		shown_as_text: '代码在页面上，但成了可读的文字。请按 HTML 粘贴。',
		not_public: '这条热线没有公开，所以只显示“暂不显示”。',
		mixed: '页面用 https，加载的内容却是 http，会被浏览器拦住。请为本服务器设置 https 地址。',
		other_queue: (name: string) => `页面显示的是另一条热线：${name}。`,
		other_server: (name: string) => `代码从 ${name} 加载，不是本服务器。`,
		blocked: (directive: string, needed: string) =>
			`页面的内容安全策略不允许：请在 ${directive} 里加上 ${needed}。`,
		origin_not_allowed: (origin: string) =>
			`${origin} 不在允许嵌入的来源里：请加到这条热线的设置中（embed_origins）。`,
		unknown_version: '没有这个版本的脚本，请重新复制代码。',
		wrong_integrity: '校验值与版本不符，浏览器会拒绝加载。请重新复制代码。',
		pinned_evergreen: '/embed.js 会随版本变化，带校验值迟早失效。请改用带版本号的代码。',
		no_crossorigin: '带校验值的脚本还需要 crossorigin="anonymous"。',
		no_title: '框架没有 title，听读页面的人不知道它是什么。',
		no_place: '页面的策略禁止 style 属性，小组件加载前不会预留位置。请改用 class。'
	},
	problems: {
		bad_address: '这不是网址。网址以 https:// 或 http:// 开头。',
		private_address: '这个地址通向内部网络，这里不会访问。设置 OFFPEAK_ALLOW_PRIVATE_ADDRESSES 后可以。',
		no_such_host: '没有这个名字的服务器。',
		unreachable: '服务器没有应答。',
		bad_certificate: '服务器的证书无效。',
		timeout: '页面太慢，没有等到。',
		too_large: '页面太大。',
		too_many_redirects: '页面一再跳转。',
		too_many: '检查得太频繁，请一分钟后再试。',
		refused: '只有管理者和管理员可以检查页面。'
	},
	asked: (address: string) => `访问的地址：${address}`
} satisfies BuilderTexts;
