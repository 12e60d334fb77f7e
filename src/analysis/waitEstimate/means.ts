/** A mean that fades: of about the last `memory` values. A plain object, replaced and never changed. */
export interface FadingMean {
	sum: number;
	weight: number;
}

export function addTo({ sum, weight }: FadingMean, value: number, memory: number): FadingMean {
	const keep = 1 - 1 / memory;
	return { sum: sum * keep + value, weight: weight * keep + 1 };
}

export function meanOf({ sum, weight }: FadingMean): number | null {
	return weight > 0 ? sum / weight : null;
}
