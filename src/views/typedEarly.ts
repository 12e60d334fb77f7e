type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Notes what people typed or chose before the page's script came, as hydration sets every field to what the server sent.
 * What they marked in a field that they had not changed yet stays marked.
 * @returns gives them their words back, and tells whoever listens
 */
export function typedEarly(within: ParentNode): () => void {
	const fields = [...within.querySelectorAll<Field>('input, select, textarea')];
	const changed = fields.flatMap((field) => keptOf(field) ?? []);
	return () => {
		for (const giveBack of changed) giveBack();
	};
}

/** Null for a field that is as the server sent it, and for those that round by themselves or that hydration leaves alone. */
function keptOf(field: Field): (() => void) | null {
	if (field instanceof HTMLSelectElement) return keptOption(field);
	if (field instanceof HTMLInputElement) {
		if (field.type === 'range' || field.type === 'file') return null;
		if (field.type === 'checkbox' || field.type === 'radio') return keptTick(field);
	}
	const { value, defaultValue } = field;
	if (value === defaultValue) {
		// Hydration takes the attribute away: a value that was set stays without it, and so does what is marked in the field.
		field.value = value;
		return null;
	}
	return () => {
		field.value = value;
		tell(field, 'input');
	};
}

function keptOption(field: HTMLSelectElement): (() => void) | null {
	const { selectedIndex } = field;
	const sent = [...field.options].findIndex((option) => option.defaultSelected);
	if (field.multiple || selectedIndex === Math.max(0, sent)) return null;
	return () => {
		field.selectedIndex = selectedIndex;
		tell(field, 'change');
	};
}

function keptTick(field: HTMLInputElement): (() => void) | null {
	const { checked, defaultChecked } = field;
	if (checked === defaultChecked) return null;
	return () => {
		field.checked = checked;
		tell(field, 'change');
	};
}

function tell(field: Field, event: 'input' | 'change'): void {
	field.dispatchEvent(new Event(event, { bubbles: true }));
}
