import type { RecordCode } from '#model/recordCodes.ts';
import { instantsShowing } from '#time/instantsShowing.ts';
import { cleanCell } from './cleanCell.ts';
import { readDuration } from './csvDuration.ts';
import type { CsvLayout } from './csvGuess.ts';
import { meaningOf, type WordMeaning } from './csvOutcome.ts';
import type { CsvField, CsvOptions } from './csvOptions.ts';
import { dayOf, readCellTime } from './csvTime.ts';

/** What a row says, each as far as it does. Instants are milliseconds since 1970, durations seconds. */
export interface RowFacts {
	id: string | null;
	queue: string | null;
	enqueuedAt: number | null;
	answeredAt: number | null;
	endedAt: number | null;
	waitSeconds: number | null;
	talkSeconds: number | null;
	holdSeconds: number | null;
	wrapSeconds: number | null;
	totalSeconds: number | null;
	meaning: WordMeaning | null;
	agent: string | null;
	caller: string | null;
	topic: string | null;
	channel: string | null;
	priority: string | null;
}

export interface RowProblem {
	field: string | null;
	code: RecordCode;
	message: string;
}

const dayMs = 86_400_000;

/** Reads the cells of one row after another, by one layout. */
export class RowReader {
	private problem: RowProblem | null = null;
	private cells: string[] = [];

	constructor(
		private readonly layout: CsvLayout,
		private readonly options: CsvOptions,
		private readonly zone: string
	) {}

	/** What the row says, or the first thing in it that cannot be read. */
	read(cells: string[]): RowFacts | { problem: RowProblem } {
		this.problem = null;
		this.cells = cells;
		const day = this.day();
		const enqueuedAt = this.instant('enqueued_at', day, 0);
		const answeredAt = this.instant('answered_at', day, enqueuedAt ?? 0);
		const endedAt = this.instant('ended_at', day, answeredAt ?? enqueuedAt ?? 0);
		const facts: RowFacts = {
			id: this.text('id'),
			queue: this.text('queue'),
			enqueuedAt,
			answeredAt,
			endedAt,
			waitSeconds: this.duration('wait_seconds'),
			talkSeconds: this.duration('talk_seconds'),
			holdSeconds: this.duration('hold_seconds'),
			wrapSeconds: this.duration('wrap_seconds'),
			totalSeconds: this.duration('total_seconds'),
			meaning: this.meaning(),
			agent: this.text('agent'),
			caller: this.text('caller'),
			topic: this.text('topic'),
			channel: this.text('channel'),
			priority: this.text('priority')
		};
		return this.problem === null ? facts : { problem: this.problem };
	}

	has(field: CsvField): boolean {
		return (this.layout.places.get(field)?.length ?? 0) > 0;
	}

	/** The column's name, for who reads of a problem in it. */
	columnOf(field: CsvField): string {
		const names = this.layout.places.get(field)?.map((place) => this.layout.columns[place]);
		return names?.join(' + ') || field;
	}

	private text(field: CsvField): string | null {
		const places = this.layout.places.get(field);
		if (places === undefined) return null;
		const [only = -1] = places;
		if (places.length === 1) return cleanCell(this.cells[only] ?? '') || null;
		const parts = places.map((place) => cleanCell(this.cells[place] ?? '')).filter((part) => part !== '');
		return parts.length === 0 ? null : parts.join(' ');
	}

	/** Midnight of the row's date, as if it were UTC. */
	private day(): number | null {
		const text = this.text('date');
		if (text === null) return null;
		const time = readCellTime(text, this.layout.dates);
		if (time !== null && 'date' in time) return time.date;
		if (time !== null && 'local' in time) return dayOf(time.local);
		if (time !== null && 'ambiguous' in time) return this.ambiguous('date', text);
		return this.refuse('date', 'not_an_instant', `${quoted(text)} is no date`);
	}

	/** In the hour that comes twice, the first time that is not before what happened earlier. */
	private instant(field: CsvField, day: number | null, earlierAt: number): number | null {
		const text = this.text(field);
		if (text === null) return null;
		const time = readCellTime(text, this.layout.dates);
		if (time === null) return this.refuse(field, 'not_an_instant', `${quoted(text)} is no date and time`);
		if ('at' in time) return time.at;
		if ('ambiguous' in time) return this.ambiguous(field, text);
		if ('date' in time)
			return this.refuse(field, 'not_an_instant', `${quoted(text)} is a date without a time of day`);
		if ('local' in time) return this.shown(time.local, earlierAt, time.toTheMinute);
		if (day === null)
			return this.refuse(field, 'not_an_instant', `${quoted(text)} is a time of day without a date`);
		const at = this.shown(day + time.clock, earlierAt, time.toTheMinute);
		// The row's date is that of its beginning: what comes before that is after midnight.
		return at < earlierAt ? this.shown(day + dayMs + time.clock, earlierAt, time.toTheMinute) : at;
	}

	private shown(local: number, earlierAt: number, toTheMinute: boolean): number {
		const possible = instantsShowing(this.zone, local);
		const at = possible.find((one) => one >= earlierAt) ?? possible[0] ?? local;
		// A clock in whole minutes, or seconds, can put the later of two times too early.
		const cutOff = toTheMinute ? 60_000 : 1_001;
		return at < earlierAt && earlierAt - at < cutOff ? earlierAt : at;
	}

	private duration(field: CsvField): number | null {
		const text = this.text(field);
		if (text === null) return null;
		const seconds = readDuration(text, this.options.durations);
		return seconds ?? this.refuse(field, 'not_a_duration', `${quoted(text)} is no duration`);
	}

	private meaning(): WordMeaning | null {
		const text = this.text('outcome');
		if (text === null) return null;
		const meaning = meaningOf(text, this.options.outcomes);
		if (meaning !== null) return meaning;
		return this.refuse(
			'outcome',
			'unknown_outcome',
			`it is not known how a call ended that is ${quoted(text)}`
		);
	}

	private ambiguous(field: CsvField, text: string): null {
		const message = `${quoted(text)} could be two days: say whether the day or the month comes first`;
		return this.refuse(field, 'ambiguous_date', message);
	}

	private refuse(field: CsvField, code: RecordCode, message: string): null {
		const column = this.columnOf(field);
		this.problem ??= { field: column, code, message: `${column}: ${message}` };
		return null;
	}
}

function quoted(text: string): string {
	return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
