/** The data of server-sent events, parsed. */
export async function* messages(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
	const decoder = new TextDecoder();
	let text = '';
	for (;;) {
		const read = await reader?.read();
		if (!read || read.done) return;
		text += decoder.decode(read.value, { stream: true });
		for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
			const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
			text = text.slice(end + 2);
			if (data !== undefined) yield JSON.parse(data);
		}
	}
}
