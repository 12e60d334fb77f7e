import type { Draw } from './distributions.ts';

/**
 * How long a caller stays before giving up, in the unit of `draw`. Besides those who have a patience, a
 * share hangs up `atOnce` on hearing that there is a line (0), and a share `never` does (Infinity).
 */
export function patience(draw: Draw, shares: { atOnce?: number; never?: number } = {}): Draw {
	const { atOnce = 0, never = 0 } = shares;
	return (random) => {
		const kind = random();
		if (kind < atOnce) return 0;
		return kind < atOnce + never ? Infinity : draw(random);
	};
}
