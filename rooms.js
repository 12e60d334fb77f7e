// The rooms of src/, in the order data flows through them.
// A room imports only from rooms before it. ESLint enforces this.
export const rooms = [
	'model',
	'time',
	'texts',
	'sources',
	'records',
	'access',
	'rollups',
	'ingest',
	'analysis',
	'charts',
	'work',
	'views',
	'routes',
	'commands'
];

// These rooms only compute: no database, no framework, no file system.
const pure = ['model', 'time', 'texts', 'sources', 'analysis', 'charts'];

/** @param {string[]} names */
const any = (names) => `(${names.join('|')})`;

/** @param {string} room @param {number} i */
function patterns(room, i) {
	const list = [{ regex: `^(\\.\\./)+${any(rooms)}/`, message: 'Import another room as #room/file.' }];
	const later = rooms.slice(i + 1);
	if (later.length)
		list.push({ regex: `^#${any(later)}/`, message: `Data flows from ${room} to there, not back.` });
	if (pure.includes(room))
		list.push({
			regex: '\\.server(\\.|$)|^\\$app/|^node:|^(drizzle-orm|postgres)',
			message: `${room} only computes.`
		});
	return list;
}

/** @type {import('eslint').Linter.Config[]} */
export const roomRules = rooms.map((room, i) => ({
	files: [`src/${room}/**/*.{ts,svelte}`],
	ignores: ['**/*.test.ts'],
	rules: {
		'no-restricted-imports': ['error', { patterns: patterns(room, i) }],
		'no-restricted-syntax': [
			'error',
			{ selector: 'ImportExpression', message: 'Import statically, so the flow stays checkable.' }
		]
	}
}));
