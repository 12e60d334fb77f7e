/** The same data as a chart's, as text: what `DataTable` shows under "show as table". */
export interface ChartTable {
	/** The button's text. */
	show: string;
	caption: string;
	/** Of all columns, the first being the row's own name. */
	columns: string[];
	/** Long ones are a getter: nobody asks for them before the table is opened. */
	readonly rows: TableRow[];
}

export interface TableRow {
	name: string;
	cells: string[];
	/** The same cells as numbers, where there are some behind the texts: what programs are given. */
	values?: (number | string | null)[];
	/** Where the row's name leads, and where its cells do; none: nowhere. */
	href?: string | null;
	hrefs?: (string | null)[];
}
