/** A log of so many bytes, of answered calls and those that gave up, with agents who let it ring. */
export function queueLog(bytes: number): string {
	const lines: string[] = [];
	let length = 0;
	for (let n = 0; length < bytes; n++) {
		const at = 1_700_000_000 + n * 7;
		const key = `${at - 20}.${n}|queue-${n % 9}`;
		const agent = `PJSIP/${2000 + (n % 40)}`;
		const wait = (n * 37) % 180;
		const talk = 30 + ((n * 53) % 600);
		const call = [
			`${at}|${key}|NONE|ENTERQUEUE||+4930${1_000_000 + (n % 900_000)}|${1 + (n % 5)}`,
			`${at + 15}|${key}|${agent}|RINGNOANSWER|15000`,
			...(n % 6 === 0
				? [`${at + wait}|${key}|NONE|ABANDON|1|${1 + (n % 5)}|${wait}`]
				: [
						`${at + wait}|${key}|${agent}|CONNECT|${wait}|${at}.${n + 1}|4`,
						`${at + wait + talk}|${key}|${agent}|COMPLETECALLER|${wait}|${talk}|${1 + (n % 5)}`
					])
		].join('\n');
		lines.push(call);
		length += call.length + 1;
	}
	return `${lines.join('\n')}\n`;
}
