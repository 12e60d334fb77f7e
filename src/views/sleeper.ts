/** Parts of the page whose turn has come, in the order in which they came. */
const due = new Set<() => void>();

/** What people do to a part that is to answer at once. */
const touches = ['focusin', 'pointerover', 'toggle'];

/** What tells that somebody uses the page. */
const uses = ['focusin', 'keydown', 'pointerdown', 'pointermove', 'scroll', 'wheel'];
let hasBeenUsed = false;
/** Also by a click or a key before this script came. */
const isUsed = () => hasBeenUsed || navigator.userActivation?.hasBeenActive === true;
const whenUsed = new Set<() => void>();

/** A part of the page that is asleep. */
export interface Sleeper {
	/** Its turn has come. */
	wakeSoon(): void;
	/** It is to sleep for good. */
	leave(): void;
}

/**
 * Wakes a part of the page once, in a task of its own, so that whoever uses the page is heard between two of them: when
 * its turn has come, at the latest when somebody uses the page, and at once where they touch it.
 */
export function sleeper(part: Element, wake: () => void): Sleeper {
	let isAsleep = true;
	const leave = () => {
		isAsleep = false;
		due.delete(now);
		whenUsed.delete(wakeSoon);
		for (const touch of touches) part.removeEventListener(touch, now, { capture: true });
	};
	const now = () => {
		leave();
		wake();
	};
	const wakeSoon = () => {
		if (!isAsleep || due.has(now)) return;
		if (due.add(now).size === 1) setTimeout(wakeNext);
	};
	for (const touch of touches) part.addEventListener(touch, now, { capture: true });
	if (isUsed()) wakeSoon();
	else listen().add(wakeSoon);
	return { wakeSoon, leave };
}

function wakeNext() {
	const [next] = due;
	next?.();
	if (due.size > 0) setTimeout(wakeNext);
}

function listen(): typeof whenUsed {
	if (whenUsed.size === 0)
		for (const use of uses) addEventListener(use, onUse, { capture: true, passive: true });
	return whenUsed;
}

function onUse() {
	hasBeenUsed = true;
	for (const use of uses) removeEventListener(use, onUse, { capture: true });
	for (const wakeSoon of whenUsed) wakeSoon();
	whenUsed.clear();
}
