// Keeps the preview of the settings page beside what is typed, and asks before it is lost. Without it, a button shows
// the preview. Listens on the document, so that it also serves the page when it is come back to.

let waiting = 0;
let asked = 0;
let touched = false;

document.addEventListener('input', ({ target }) => {
	const form = formOf(target);
	if (!form) return;
	touched = true;
	later(form);
});
document.addEventListener('change', ({ target }) => {
	const form = formOf(target);
	if (form) later(form);
});
document.addEventListener('submit', ({ target, submitter }) => {
	if (formOf(target) && !(submitter instanceof HTMLElement && submitter.hasAttribute('formtarget')))
		touched = false;
});
document.addEventListener('click', (event) => {
	const { target } = event;
	const button = target instanceof Element ? target.closest('button[data-preview-in]') : null;
	const form = formOf(button);
	if (!form || !(button instanceof HTMLButtonElement)) return;
	// Posting into the frame would add to what the Back button has to undo.
	event.preventDefault();
	form.dataset.preview = button.formAction;
	show(form);
});
addEventListener('beforeunload', (event) => {
	if (touched && document.querySelector('form[data-preview]')) event.preventDefault();
});

/** @param {HTMLFormElement} form */
function later(form) {
	clearTimeout(waiting);
	waiting = window.setTimeout(() => void show(form), 500);
}

/** @param {HTMLFormElement} form */
async function show(form) {
	const frame = form.querySelector('iframe');
	const mine = ++asked;
	const response = await fetch(form.dataset.preview ?? '', {
		method: 'POST',
		body: new FormData(form),
		headers: { accept: 'text/html' }
	}).catch(() => null);
	const html = await response?.text();
	if (!frame || html === undefined || mine !== asked) return;
	const from = frame.contentWindow?.scrollY ?? 0;
	frame.addEventListener('load', () => frame.contentWindow?.scrollTo(0, from), { once: true });
	frame.srcdoc = html;
}

/** @param {EventTarget | null} target */
function formOf(target) {
	const form = target instanceof Element ? target.closest('form[data-preview]') : null;
	return form instanceof HTMLFormElement ? form : null;
}

export {};
