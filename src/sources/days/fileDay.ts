import type { Bilingual } from '#model/queue.ts';

/** A special day as a file has it. */
export interface FileDay {
	date: string;
	/** A kind of the model, or one's own. */
	kind: string;
	name: Bilingual | null;
	/** 1..7 */
	standsFor: number | null;
}

export interface FileDays {
	days: FileDay[];
	/** What could not be read; lines from 1, of calendar files the number of the entry. */
	problems: { line: number; message: string }[];
}

/** A file spreads an entry over so many days at most. */
export const longestDays = 62;
