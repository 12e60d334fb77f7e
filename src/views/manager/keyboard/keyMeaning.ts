import type { KeyboardMode } from './keyboardMode.ts';

const meanings: Record<string, KeyboardMode | 'overview'> = {
	'?': 'help',
	'/': 'find',
	g: 'find',
	o: 'overview'
};

/** What a key that was pressed means; null where somebody is writing, or holds a key that makes it the browser's. */
export function keyMeaning(
	event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'>
): KeyboardMode | 'overview' | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
	const { target } = event;
	const writes =
		target instanceof HTMLElement &&
		(target.isContentEditable || target.matches('input:not([type=range]), select, textarea'));
	return writes ? null : (meanings[event.key] ?? null);
}
