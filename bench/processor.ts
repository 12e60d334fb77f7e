import { readFile } from 'node:fs/promises';

/** A history that has come in is followed by forecasts of all its queues: waits until they are made. */
export async function quiet(pid: number | undefined): Promise<void> {
	for (let used = await processorMs(pid), seconds = 0; seconds < 180; seconds += 5) {
		await new Promise((resolve) => setTimeout(resolve, 5_000));
		const now = await processorMs(pid);
		if (now - used < 250) return;
		used = now;
	}
}

/** Of a process so far; Linux counts it in hundredths of a second. */
export async function processorMs(pid: number | undefined): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}
