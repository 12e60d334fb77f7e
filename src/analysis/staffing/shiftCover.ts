/**
 * The fewest agent slots that give every slot at least what it needs, where who comes stays for at least `shortest`
 * slots on end (or to the end of the opening, where that is shorter). `needs`: whole numbers, one a slot without a gap.
 * Gives how many are present in each slot.
 *
 * Shifts are intervals of slots, so this is a flow from boundary to boundary: a shift carries people from its first
 * boundary to its last at the cost of its length, who is there beyond the need flows back for nothing, and a rise or
 * fall of the need is what a boundary sends or takes (Ford and Fulkerson 1962; the matrix of intervals is totally
 * unimodular, so the cheapest flow is whole people). Found by cheapest paths, one after the other.
 */
export function shiftCover(needs: number[], shortest: number): number[] {
	const slots = needs.length;
	const shift = Math.max(1, Math.min(Math.round(shortest), slots));
	if (shift === 1) return [...needs];
	const arcs = arcsOf(slots, shift);
	const rest = Array.from({ length: slots + 1 }, (_, i) => (needs[i] ?? 0) - (needs[i - 1] ?? 0));
	for (let path = cheapestPath(arcs, rest); path; path = cheapestPath(arcs, rest)) send(path, rest);
	return needs.map((_, slot) =>
		arcs.reduce((sum, { from, to, cost, flow }) => sum + (cost && from <= slot && slot < to ? flow : 0), 0)
	);
}

interface Arc {
	/** Boundaries: 0 is before the first slot. */
	from: number;
	to: number;
	cost: number;
	/** People on it so far. */
	flow: number;
}

/** One arc, walked forward or back; back takes people off it again. */
interface Step {
	arc: Arc;
	back: boolean;
}

function arcsOf(slots: number, shift: number): Arc[] {
	const arcs: Arc[] = [];
	for (let from = 0; from < slots; from++) {
		arcs.push({ from: from + 1, to: from, cost: 0, flow: 0 });
		// A shift twice as long is two shifts on end.
		for (let to = from + shift; to <= Math.min(slots, from + 2 * shift - 1); to++)
			arcs.push({ from, to, cost: to - from, flow: 0 });
	}
	return arcs;
}

/** The cheapest way from any boundary that still sends to any that still takes (Bellman and Ford); null: all is done. */
function cheapestPath(arcs: Arc[], rest: number[]): Step[] | null {
	const costs = rest.map((people) => (people > 0 ? 0 : Infinity));
	const steps: (Step | null)[] = rest.map(() => null);
	const relax = (from: number, to: number, cost: number, step: Step) => {
		const sum = (costs[from] ?? Infinity) + cost;
		if (sum >= (costs[to] ?? Infinity)) return false;
		costs[to] = sum;
		steps[to] = step;
		return true;
	};
	for (let changed = true; changed;) {
		changed = false;
		for (const arc of arcs) {
			if (relax(arc.from, arc.to, arc.cost, { arc, back: false })) changed = true;
			if (arc.flow > 0 && relax(arc.to, arc.from, -arc.cost, { arc, back: true })) changed = true;
		}
	}
	const takers = rest.flatMap((people, node) => (people < 0 && Number.isFinite(costs[node]) ? [node] : []));
	const [nearest] = takers.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0));
	if (nearest === undefined) return null;
	const path: Step[] = [];
	for (let step = steps[nearest]; step; step = steps[step.back ? step.arc.to : step.arc.from])
		path.unshift(step);
	return path;
}

/** Sends as many as the path's ends and its arcs back allow. */
function send(path: Step[], rest: number[]): void {
	const [first, last] = [path[0], path.at(-1)];
	if (!first || !last) return;
	const start = first.back ? first.arc.to : first.arc.from;
	const end = last.back ? last.arc.from : last.arc.to;
	const people = Math.min(
		rest[start] ?? 0,
		-(rest[end] ?? 0),
		...path.map(({ arc, back }) => (back ? arc.flow : Infinity))
	);
	for (const { arc, back } of path) arc.flow += back ? -people : people;
	rest[start] = (rest[start] ?? 0) - people;
	rest[end] = (rest[end] ?? 0) + people;
}
