/**
 * A list of many plain objects, which goes to the browser as one text: as the framework sends data otherwise, each field
 * of each object is looked at by itself, on either side. Only what JSON holds may be in it.
 */
export class Rows<Row> extends Array<Row> {
	static override get [Symbol.species](): ArrayConstructor {
		return Array;
	}
}

export function rowsOf<Row>(list: readonly Row[]): Row[] {
	const rows = new Rows<Row>(list.length);
	for (const [i, row] of list.entries()) rows[i] = row;
	return rows;
}
