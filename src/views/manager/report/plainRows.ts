/** A table that is always shown: the name of a row, and its cells as text. */
export interface PlainRows {
	caption: string;
	/** Of all columns, the first being the row's own name. */
	columns: string[];
	rows: { name: string; cells: string[] }[];
}
