/** A number as people write it, as it is dialled: `4000000001`, to stand after `tel:`. */
export function dialled(number: string): string {
	return number.replace(/[^+\d]/g, '');
}
