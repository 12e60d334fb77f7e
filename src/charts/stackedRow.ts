/**
 * What the parts of a table say of themselves that stacks its rows on narrow screens (`TableRegion`): where CSS lays rows
 * out as blocks, some browsers no longer take them for a table.
 */
export const stackedRow = {
	group: { role: 'rowgroup' },
	row: { role: 'row' },
	column: { role: 'columnheader', scope: 'col' },
	name: { role: 'rowheader', scope: 'row' },
	/** `label` stands over the cell where the header of its column is not seen. */
	cell: (label: string) => ({ role: 'cell', 'data-label': label })
} as const;
