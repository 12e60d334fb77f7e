// The caller's own log of calls (MyCalls.svelte), kept in this browser and sent nowhere: the page's security policy
// forbids it any connection. A module of its own, sent as it stands, because the page has no other script to bind to.

/** @import { MyCall } from './myCallsExport.js' */

const storageKey = 'offpeak.my-calls';

const root = document.querySelector('[data-my-calls]');
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
	/** @type {Record<string, string>} */
	const texts = JSON.parse(root.dataset.texts ?? '{}');
	const { line = '', queue = '', phone = '' } = root.dataset;
	const part = picker(root);
	const form = part('form', HTMLFormElement);
	const list = part('list', HTMLElement);
	const status = part('status', HTMLElement);
	const undo = part('undo', HTMLElement);
	const date = new Intl.DateTimeFormat(document.documentElement.lang, {
		dateStyle: 'medium',
		timeStyle: 'short'
	});

	let storable = true;
	let calls = read();
	/** @type {MyCall[]} What was deleted last. */
	let deleted = [];
	/** @type {string | null} The call that is being changed. */
	let changed = null;

	/** @type {Record<string, (id: string) => void>} */
	const deeds = {
		add: () => open(null),
		edit: (id) => open(calls.find((call) => call.id === id) ?? null),
		cancel: () => close(),
		remove: (id) => remove(calls.filter((call) => call.id === id)),
		'remove-all': () => remove(calls),
		undo: () => {
			keep([...calls, ...deleted]);
			say('');
			part('add', HTMLElement).focus();
		},
		copy: () =>
			void exported(async ({ asText }) => {
				await navigator.clipboard.writeText(asText(calls, texts, (at) => date.format(at)));
				say(texts.copied ?? '');
			}),
		text: () =>
			void exported(({ asText }) => {
				// The mark tells old editors that the file is UTF-8.
				download('txt', 'text/plain', `\ufeff${asText(calls, texts, (at) => date.format(at))}`);
			}),
		calendar: () =>
			void exported(({ asCalendar }) => {
				download('ics', 'text/calendar', asCalendar(calls, texts, Date.now()));
			})
	};

	root.addEventListener('click', ({ target }) => {
		const button = target instanceof Element ? target.closest('button[data-do]') : null;
		if (button instanceof HTMLElement) deeds[button.dataset.do ?? '']?.(entryId(button));
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		save();
	});
	// Who taps the number is about to have something to write down; the time is known.
	document.addEventListener('click', ({ target }) => {
		const call = target instanceof Element && target.closest('a[href^="tel:"][data-call]');
		if (call && form.hidden) open(null, false);
	});
	addEventListener('storage', ({ key }) => {
		if (key === storageKey || key === null) show((calls = read()));
	});
	show(calls);
	part('app', HTMLElement).hidden = false;

	/** @returns {MyCall[]} */
	function read() {
		try {
			const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{"calls":[]}');
			return Array.isArray(kept?.calls) ? kept.calls.filter(isCall) : [];
		} catch (error) {
			storable = !(error instanceof DOMException);
			return [];
		}
	}

	/** @param {MyCall[]} next */
	function keep(next) {
		calls = next.toSorted((a, b) => b.at - a.at);
		try {
			if (calls.length === 0) localStorage.removeItem(storageKey);
			else localStorage.setItem(storageKey, JSON.stringify({ version: 1, calls }));
		} catch {
			storable = false;
		}
		show(calls);
	}

	/** @param {MyCall[]} shown */
	function show(shown) {
		const entry = part('entry', HTMLTemplateElement).content.firstElementChild;
		list.replaceChildren(...shown.flatMap((call) => (entry ? [filled(entry.cloneNode(true), call)] : [])));
		part('empty', HTMLElement).hidden = shown.length > 0;
		part('tools', HTMLElement).hidden = shown.length === 0;
		part('no-storage', HTMLElement).hidden = storable;
	}

	/**
	 * @param {Node} node
	 * @param {MyCall} call
	 */
	function filled(node, call) {
		if (!(node instanceof HTMLElement)) return node;
		node.dataset.id = call.id;
		/** @type {Record<string, string>} */
		const values = {
			...{ at: date.format(call.at), line: call.line, who: call.who, ref: call.ref, agreed: call.agreed },
			remind: call.remindAt === null ? '' : date.format(call.remindAt)
		};
		for (const place of node.querySelectorAll('[data-value]')) {
			const value = values[place.getAttribute('data-value') ?? ''] ?? '';
			place.textContent = value;
			const row = place.closest('[data-row]');
			if (row instanceof HTMLElement) row.hidden = value === '';
		}
		return node;
	}

	/**
	 * @param {MyCall | null} call
	 * @param {boolean} [focus]
	 */
	function open(call, focus = true) {
		changed = call?.id ?? null;
		const filledIn = call ?? { at: Date.now(), who: '', ref: '', agreed: '', remindAt: null };
		field('at').value = local(filledIn.at);
		field('who').value = filledIn.who;
		field('ref').value = filledIn.ref;
		field('agreed').value = filledIn.agreed;
		field('remind').value = filledIn.remindAt === null ? '' : local(filledIn.remindAt);
		form.hidden = false;
		part('add', HTMLElement).hidden = true;
		say('');
		if (focus) field('who').focus();
	}

	function close() {
		form.hidden = true;
		part('add', HTMLElement).hidden = false;
		part('add', HTMLElement).focus();
		say('');
	}

	function save() {
		const [who, agreed] = [field('who').value.trim(), field('agreed').value.trim()];
		if (who === '' && agreed === '') {
			say(texts.required ?? '');
			field('who').focus();
			return;
		}
		const known = calls.find((call) => call.id === changed);
		const remindAt = Date.parse(field('remind').value);
		const call = {
			...{ id: known?.id ?? `${Date.now().toString(36)}-${calls.length}`, queue: known?.queue ?? queue },
			...{ line: known?.line ?? line, phone: known?.phone ?? phone, who, agreed },
			at: Date.parse(field('at').value) || Date.now(),
			ref: field('ref').value.trim(),
			remindAt: Number.isNaN(remindAt) ? null : remindAt
		};
		keep([...calls.filter(({ id }) => id !== call.id), call]);
		close();
		say(storable ? (texts.saved ?? '') : '');
	}

	/** @param {MyCall[]} which */
	function remove(which) {
		deleted = which;
		keep(calls.filter((call) => !which.includes(call)));
		say(texts.removed ?? '', true);
		undo.focus();
	}

	/**
	 * @param {string} text
	 * @param {boolean} [undoable]
	 */
	function say(text, undoable = false) {
		status.textContent = text;
		undo.hidden = !undoable;
	}

	/** @param {(made: typeof import('./myCallsExport.js')) => void | Promise<void>} use */
	async function exported(use) {
		try {
			await use(await import(/* @vite-ignore */ root.dataset.exporter ?? ''));
		} catch (error) {
			say(error instanceof Error ? error.message : String(error));
		}
	}

	/**
	 * @param {string} extension
	 * @param {string} type
	 * @param {string} text
	 */
	function download(extension, type, text) {
		const link = document.createElement('a');
		link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
		link.download = `${texts.fileName}.${extension}`;
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	}

	/** @param {string} name */
	function field(name) {
		const found = form.elements.namedItem(name);
		if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
		throw new Error(`no field ${name}`);
	}
}

/**
 * @param {HTMLElement} root
 * @returns {<T extends HTMLElement>(name: string, type: new () => T) => T}
 */
function picker(root) {
	return (name, type) => {
		const found = root.querySelector(`[data-part="${name}"]`);
		if (found instanceof type) return found;
		throw new Error(`no part ${name}`);
	};
}

/** @param {HTMLElement} inside */
function entryId(inside) {
	const entry = inside.closest('[data-id]');
	return entry instanceof HTMLElement ? (entry.dataset.id ?? '') : '';
}

/**
 * The wall time of this machine as its date field wants it.
 * @param {number} at
 */
function local(at) {
	return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * @param {unknown} value
 * @returns {value is MyCall}
 */
function isCall(value) {
	if (typeof value !== 'object' || value === null) return false;
	/** @type {Record<string, unknown>} */
	const call = { ...value };
	return (
		typeof call.at === 'number' &&
		['id', 'queue', 'line', 'phone', 'who', 'ref', 'agreed'].every(
			(name) => typeof call[name] === 'string'
		) &&
		(call.remindAt === null || typeof call.remindAt === 'number')
	);
}
