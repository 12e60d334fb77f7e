import { charsets } from '#sources/charset.ts';
import { durationShapes } from '#sources/csv/csvDuration.ts';
import { csvFields, delimiters } from '#sources/csv/csvOptions.ts';
import { wordMeanings } from '#sources/csv/csvOutcome.ts';
import { list, text } from './schemaParts.ts';
import type { Parameter } from './types.ts';

/** How a table is read whose columns have names of their own. */
export function csvParameters(): Parameter[] {
	const meanings = wordMeanings.map((meaning) => `\`${meaning}\``).join(', ');
	return [
		{
			name: 'map',
			in: 'query',
			description:
				'`csv`: which column is which field, as `FIELD:COLUMN`, once for each; the column by its name, or by its place as ' +
				'`#3`. A field that is named twice has its columns joined by a space (a date and a time of day). `auto`: told by ' +
				'the names of the columns, in English, German and Chinese. ' +
				`Fields: ${csvFields.map((field) => `\`${field}\``).join(', ')}; \`date\` is the day of fields that hold a time of ` +
				'day only, `wait_seconds` and `total_seconds` stand in for instants that are not given. With any of the ' +
				'parameters from here to `encoding`, times may be local ones (`zone`), a row without an id gets one of its own, ' +
				'and the source is `csv` unless `source` says otherwise.',
			// Not the parameter's own example: that would stand in the curl line of every body.
			schema: list(text('', { minLength: 1 }), '', {
				examples: [
					['enqueued_at:Anrufbeginn', 'queue:Warteschlange', 'wait_seconds:Wartezeit', 'outcome:Status']
				]
			})
		},
		{
			name: 'delimiter',
			in: 'query',
			description: '`csv`: what stands between cells; left out: told by the text.',
			schema: { type: 'string', enum: Object.keys(delimiters) }
		},
		{
			name: 'header',
			in: 'query',
			description:
				'`csv`: the line of the header row, `none` where there is none; left out: told by the text. What is above it is ' +
				'passed over.',
			schema: text('', { pattern: '^(none|[1-9]\\d{0,2})$' })
		},
		{
			name: 'dates',
			in: 'query',
			description:
				'`csv`: the order of day and month in `03/02/2026`. Left out: told by the other dates; where none tells, a date ' +
				'that could be two days is refused. Dates with the year first, with dots (day first) or with 年月日 need none.',
			schema: { type: 'string', enum: ['ymd', 'dmy', 'mdy'] }
		},
		{
			name: 'durations',
			in: 'query',
			description:
				'`csv`: what a plain number is among durations. `1:30` is m:ss, with `hours_minutes` h:mm; `0:01:30`, `1 min 30 s` ' +
				'and `1分30秒` are always what they say.',
			schema: { type: 'string', enum: [...durationShapes], default: 'seconds' }
		},
		{
			name: 'outcome',
			in: 'query',
			description:
				`\`csv\`: what a word of the table says of how a call ended, as \`WORD:MEANING\`, once for each. Meanings: ${meanings}; ` +
				'`unsaid`: the word tells nothing of that, `skip`: such rows are no calls. Usual words in English, German and ' +
				'Chinese are known.',
			schema: list(text('', { pattern: `:(${wordMeanings.join('|')})$` }), '', {
				examples: [['Concluída noutro destino:unsaid']]
			})
		},
		{
			name: 'group',
			in: 'query',
			description:
				'`csv`: with `true`, rows with the same id are one call, in whatever order and request they come. It waits from ' +
				'the first row that names its queue, and whoever answers first has answered.',
			schema: { type: 'string', enum: ['true', 'false'], default: 'false' }
		},
		{
			name: 'only',
			in: 'query',
			description:
				'`csv`: only rows with this text in this column are read, as `COLUMN:TEXT`; once for each text.',
			schema: list(text('', { pattern: ':' }), '', { examples: [['Direction:inbound']] })
		},
		{
			name: 'encoding',
			in: 'query',
			description:
				'How the text is encoded; `auto`: told by its first 64 KiB. Left out: as the Content-Type’s charset says, else ' +
				'UTF-8, and `auto` with any of the parameters above.',
			schema: { type: 'string', enum: ['auto', ...charsets] }
		}
	];
}
