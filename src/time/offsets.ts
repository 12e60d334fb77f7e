/**
 * How far a zone's clock is from UTC at an instant, fast.
 *
 * Intl knows, but takes microseconds to say, and a batch of calls or a year of hours asks a hundred thousand
 * times. So Intl is asked once a day for a block of days, each change is narrowed down to its instant, and what
 * was found is kept by zone and block.
 */
const blockMs = 64 * 86_400_000;
const probeMs = 86_400_000;
/** Far more than a product's life; only a stream of absurd instants would reach it. */
const blocksKept = 2_000;
/** More than there are; readers may write each in many ways (`asia/SHANGHAI`). */
const zonesKept = 700;

/** The offsets of one block: `offsets[i]` holds until `changes[i]`, the last one to the end of the block. */
interface Block {
	changes: number[];
	offsets: number[];
}

interface Zone {
	format: Intl.DateTimeFormat;
	blocks: Map<number, Block>;
}

const zones = new Map<string, Zone>();

/**
 * Milliseconds to add to an instant to read the zone's wall clock as if it were UTC. Always whole minutes: the
 * seconds of local mean times (the last one ended in 1972) are rounded, as RFC 3339 has to.
 * Throws `unknown zone: …`, and RangeError for an instant outside of JavaScript's dates.
 */
export function offsetMs(zone: string, at: number): number {
	const known = zones.get(zone) ?? openZone(zone);
	const index = Math.floor(at / blockMs);
	const block = known.blocks.get(index) ?? fillBlock(known, index);
	const { changes, offsets } = block;
	let i = 0;
	while (i < changes.length && at >= (changes[i] ?? Infinity)) i++;
	return offsets[i] ?? NaN;
}

/**
 * The instant in (`lowAt`, `highAt`] at which the offset of `highAt` took over, or null when both have the same
 * offset. Between the two there may be one change only.
 */
export function changeBetween(zone: string, lowAt: number, highAt: number): number | null {
	return findChange((at) => offsetMs(zone, at), lowAt, highAt);
}

function findChange(offset: (at: number) => number, lowAt: number, highAt: number): number | null {
	const after = offset(highAt);
	if (offset(lowAt) === after) return null;
	let before = lowAt;
	let changed = highAt;
	while (changed - before > 1) {
		const middle = Math.floor((before + changed) / 2);
		if (offset(middle) === after) changed = middle;
		else before = middle;
	}
	return changed;
}

function openZone(zone: string): Zone {
	try {
		const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
		const opened = { format, blocks: new Map<number, Block>() };
		for (const [oldest] of zones) {
			if (zones.size < zonesKept) break;
			zones.delete(oldest);
		}
		zones.set(zone, opened);
		return opened;
	} catch {
		throw new RangeError(`unknown zone: ${zone}`);
	}
}

function fillBlock(zone: Zone, index: number): Block {
	const ask = (at: number) => askIntl(zone.format, at);
	const startAt = index * blockMs;
	let offset = ask(startAt);
	const block: Block = { changes: [], offsets: [offset] };
	for (let at = startAt; at < startAt + blockMs; at += probeMs) {
		const next = ask(at + probeMs);
		if (next === offset) continue;
		block.changes.push(findChange(ask, at, at + probeMs) ?? at + probeMs);
		block.offsets.push(next);
		offset = next;
	}
	if (zone.blocks.size >= blocksKept) zone.blocks.clear();
	zone.blocks.set(index, block);
	return block;
}

/** Intl writes the offset as `GMT`, `GMT+05:45` or, for local mean times, `GMT-00:44:30`. */
function askIntl(format: Intl.DateTimeFormat, at: number): number {
	const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(at));
	if (!found) throw new RangeError(`no offset in ${format.format(at)}`);
	const [, sign, hours = '0', minutes = '0', seconds = '0'] = found;
	const size = Number(hours) * 60 + Math.round(Number(minutes) + Number(seconds) / 60);
	return (sign === '-' ? -size : size) * 60_000;
}
