/** How files of a format can be cut: at every line, at lines with the header row before each piece, or not at all. */
export type Carrier = 'lines' | 'table' | 'whole';

const carriers: Record<string, Carrier> = {
	ndjson: 'lines',
	'asterisk-queue-log': 'lines',
	'3cx': 'lines',
	csv: 'table',
	'asterisk-queue-log-csv': 'table'
};

export function carrierOf(format: string): Carrier {
	return Object.hasOwn(carriers, format) ? (carriers[format] ?? 'whole') : 'whole';
}
