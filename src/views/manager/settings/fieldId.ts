/** The id of a field by its name in the form. */
export function fieldId(name: string): string {
	return `field-${name.replaceAll('.', '-')}`;
}
