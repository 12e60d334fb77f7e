/** Days ahead that are judged together: errors and intervals differ between these and hardly within. */
export const horizonGroups = ['1', '2-5', '6-10', '11-14', '15-28'] as const;
export type HorizonGroup = (typeof horizonGroups)[number];

/** `ahead`: days, 1 is tomorrow; today counts as tomorrow. */
export function horizonGroup(ahead: number): HorizonGroup {
	if (ahead <= 1) return '1';
	if (ahead <= 5) return '2-5';
	if (ahead <= 10) return '6-10';
	return ahead <= 14 ? '11-14' : '15-28';
}
