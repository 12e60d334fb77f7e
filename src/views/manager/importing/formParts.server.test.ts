import { expect, test } from 'vitest';
import { formParts } from './formParts.server.ts';
import { readImportForm } from './importForm.server.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function encoded(form: FormData): Promise<{ bytes: Uint8Array; type: string }> {
	const request = new Request('http://localhost', { method: 'POST', body: form });
	return {
		bytes: new Uint8Array(await request.arrayBuffer()),
		type: request.headers.get('content-type') ?? ''
	};
}

const content = 'a;b\r\n--not the boundary\r\n\r\n--\r\n';

test('gives the parts of a form, however it is cut', async () => {
	const form = new FormData();
	form.append('word:Größe "L"', 'abandoned');
	form.append('empty', '');
	form.append('file', new File([content], 'Anrufe "März".csv'));
	form.append('after', 'x');
	const { bytes, type } = await encoded(form);
	for (const size of [1, 3, 64, 1e6]) {
		const parts: [string, string | null, string][] = [];
		for await (const part of formParts(inPieces(bytes, size), type)) {
			const pieces: Uint8Array[] = [];
			for await (const piece of part.bytes) pieces.push(piece);
			parts.push([part.name, part.fileName, Buffer.concat(pieces).toString()]);
		}
		expect(parts).toEqual([
			['word:Größe "L"', null, 'abandoned'],
			['empty', null, ''],
			['file', 'Anrufe "März".csv', content],
			['after', null, 'x']
		]);
	}
});

test('passes over parts that nobody reads', async () => {
	const form = new FormData();
	form.append('file', new File(['x'.repeat(200_000)], 'a'));
	form.append('name', 'b');
	const { bytes, type } = await encoded(form);
	const names: string[] = [];
	for await (const part of formParts(inPieces(bytes, 1000), type)) names.push(part.name);
	expect(names).toEqual(['file', 'name']);
});

test.each([
	['', 'multipart/form-data'],
	['', 'multipart/form-data; boundary=x'],
	['--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb', 'multipart/form-data; boundary=x'],
	[`--x\r\n${'y'.repeat(50_000)}`, 'multipart/form-data; boundary=x']
])('is told of what is no form (%#)', async (text, type) => {
	const read = async () => {
		for await (const _ of formParts(inPieces(Buffer.from(text), 1000), type));
	};
	await expect(read()).rejects.toThrow('not a form');
});

test('takes what was kept of a file where none is sent', async () => {
	const form = new FormData();
	form.append('zone', 'Europe/Berlin');
	form.append('name', 'a.csv');
	form.append('kept', Buffer.from('Größe').toString('base64'));
	form.append('file', new File([], 'none'));
	const request = new Request('http://localhost', { method: 'POST', body: form });
	const { fields, file } = await readImportForm(request);
	expect([...fields]).toEqual([
		['zone', 'Europe/Berlin'],
		['name', 'a.csv']
	]);
	expect(file).toMatchObject({ name: 'a.csv', isKept: true });
	expect((await file?.bytes.next())?.value.toString()).toBe('Größe');
});
