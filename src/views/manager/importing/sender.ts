import { deserialize } from '$app/forms';
import type { ReportView } from './reportView.server.ts';
import type { ShownPreview } from './shownPreview.ts';

/** What an action of the page has given. */
export type Given = {
	preview?: ShownPreview;
	report?: ReportView;
	problem?: string | null;
};

const previewBytes = 256 * 1024;
/** JSON is read whole or not at all. */
const jsonBytes = 8 * 1024 * 1024;

/** Sends a file to the page's actions: its beginning to look at it, all of it to check or import it. */
export class Sender {
	private looks = 0;
	private running: XMLHttpRequest | null = null;

	/** Only the last of several looks counts. */
	async look(settings: FormData, file: File): Promise<Given | 'overtaken'> {
		const look = ++this.looks;
		const bytes = (await isJson(file)) ? jsonBytes : previewBytes;
		const form = withFile(settings, file.slice(0, bytes), file);
		const result = await this.post('preview', form, () => undefined);
		if (look !== this.looks) return 'overtaken';
		return typeof result === 'string' ? { problem: null } : result;
	}

	/** @param onShare hears how much of the file has gone, 0..1 */
	async send(
		action: 'check' | 'import',
		settings: FormData,
		file: File,
		onShare: (share: number) => void
	): Promise<Given | 'stopped' | 'broken'> {
		return this.post(action, withFile(settings, file, file), onShare);
	}

	stop(): void {
		this.running?.abort();
	}

	/** Not with fetch, which does not tell how much has been sent. */
	private post(
		action: string,
		body: FormData,
		onShare: (share: number) => void
	): Promise<Given | 'stopped' | 'broken'> {
		return new Promise((done) => {
			const request = new XMLHttpRequest();
			this.running = request;
			request.open('POST', `?/${action}`);
			request.setRequestHeader('accept', 'application/json');
			request.setRequestHeader('x-sveltekit-action', 'true');
			request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 1);
			request.onload = () => done(givenOf(request.responseText));
			request.onerror = () => done('broken');
			request.onabort = () => done('stopped');
			request.send(body);
		});
	}
}

/** The file comes last: what is said of it must be known before it is read. */
function withFile(settings: FormData, content: Blob, file: File): FormData {
	const form = new FormData();
	for (const [name, value] of settings) if (typeof value === 'string') form.append(name, value);
	form.set('bytes', String(file.size));
	form.append('file', content, file.name);
	return form;
}

async function isJson(file: File): Promise<boolean> {
	if (file.size > jsonBytes) return false;
	return /^\ufeff?\s*[[{]/.test(await file.slice(0, 100).text());
}

function givenOf(text: string): Given | 'broken' {
	try {
		const result = deserialize<Given, Given>(text);
		if (result.type === 'success' || result.type === 'failure') return result.data ?? {};
		// The session has come to its end.
		if (result.type === 'redirect') window.location.assign(result.location);
		return result.type === 'error' && typeof result.error?.message === 'string'
			? { problem: result.error.message }
			: 'broken';
	} catch {
		return 'broken';
	}
}
