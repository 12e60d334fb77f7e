/** The same data as a chart's, as text: what `DataTable` shows under "show as table". */
export interface ChartTable {
	/** The button's text. */
	show: string;
	caption: string;
	/** Of all columns, the first being the row's own name. */
	columns: string[];
	rows: { name: string; cells: string[] }[];
}
