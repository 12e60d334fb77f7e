/**
 * The look of the widget's own document: nothing is inherited from the page around it, and nothing else is loaded.
 * Text and not a sheet, so that it stands in the document's head.
 */
export const widgetCss = `
html {
	color-scheme: light;
	--paper: #fff;
	--ink: #13262b;
	--soft: #46585d;
	--hairline: #ddd8cc;
	--outline: #7d888b;
	--accent: #0b5563;
	--on-accent: #fff;
	--l1: #e3f4f6;
	--l2: #b7e2e7;
	--l3: #85ccd4;
	--l4: #4dafba;
	--l5: #00535b;
	--on-l5: #fff;
	background: var(--paper);
	color: var(--ink);
	font:
		15px/1.45 system-ui,
		-apple-system,
		'Segoe UI',
		Roboto,
		'PingFang SC',
		'Microsoft YaHei',
		'Noto Sans CJK SC',
		'Noto Sans SC',
		sans-serif;
	font-variant-numeric: tabular-nums;
	-webkit-text-size-adjust: 100%;
}
html:lang(zh) {
	line-height: 1.6;
}
* {
	box-sizing: border-box;
}
body {
	margin: 0;
	min-height: 100vh;
	border: 1px solid var(--hairline);
	border-radius: 4px;
	overflow-wrap: anywhere;
}
main,
article {
	padding: 14px 16px 12px;
}
h1,
h2 {
	margin: 0;
	font-size: 13px;
	font-weight: 600;
	color: var(--soft);
}
h2 {
	margin-top: 10px;
}
p {
	margin: 0 0 8px;
}
.verdict {
	margin: 4px 0 10px;
	font-size: 17px;
	font-weight: 650;
	line-height: 1.35;
	text-wrap: pretty;
}
ul {
	margin: 0;
	padding: 0;
	list-style: none;
}
li {
	display: flex;
	flex-wrap: wrap;
	justify-content: space-between;
	gap: 0 12px;
	padding: 3px 0;
	border-bottom: 1px solid var(--hairline);
}
b {
	font-weight: 600;
}
b::first-letter {
	text-transform: uppercase;
}
li span {
	font-size: 14px;
	color: var(--soft);
}
a,
summary {
	color: var(--accent);
	text-underline-offset: 0.2em;
}
summary {
	display: inline-block;
	min-height: 24px;
	margin-top: 8px;
	font-size: 13px;
	text-decoration: underline;
	cursor: pointer;
}
:focus-visible {
	outline: 3px solid var(--accent);
	outline-offset: 2px;
}
table {
	width: 100%;
	margin: 4px 0 8px;
	border-collapse: separate;
	border-spacing: 1px;
	table-layout: fixed;
	font-size: 12px;
	text-align: center;
}
caption {
	text-align: start;
	color: var(--soft);
}
th {
	font-weight: 400;
	color: var(--soft);
	vertical-align: bottom;
	line-height: 1.2;
}
td {
	padding: 1px 0;
	color: var(--ink);
}
.v1 {
	background: var(--l1);
}
.v2 {
	background: var(--l2);
}
.v3 {
	background: var(--l3);
}
.v4 {
	background: var(--l4);
	color: var(--on-l4, var(--ink));
}
.v5 {
	background: var(--l5);
	color: var(--on-l5);
	font-weight: 700;
}
.links {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	gap: 8px 16px;
	margin-top: 12px;
	font-size: 14px;
}
.call {
	padding: 7px 14px;
	border-radius: 3px;
	background: var(--accent);
	color: var(--on-accent);
	font-weight: 600;
	text-decoration: none;
}
.note {
	margin: 0;
	font-size: 12px;
	color: var(--soft);
}
@media (forced-colors: active) {
	.call {
		border: 1px solid;
	}
}
`;

/** What is different in the dark. */
export const widgetDarkCss = `
html {
	color-scheme: dark;
	--paper: #152124;
	--ink: #e4ebea;
	--soft: #a6b5b6;
	--hairline: #2b3a3d;
	--outline: #708185;
	--accent: #7fd3df;
	--on-accent: #0e1719;
	--l1: #173c40;
	--l2: #18545a;
	--l3: #1a7078;
	--l4: #50b6c1;
	--on-l4: #0e1719;
	--l5: #bfeff4;
	--on-l5: #0e1719;
}
`;
