/** The attributes of a link within a chart: its address was resolved by who made it, since charts know of no routes. */
export function linkTo(href: string): { href: string; 'data-sveltekit-noscroll': '' } {
	return { href, 'data-sveltekit-noscroll': '' };
}
