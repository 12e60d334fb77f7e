import { readFileSync } from 'node:fs';

/** What a process has had of the processors, and for how long it stood ready and had none, seconds. */
export interface ProcessorTime {
	worked: number;
	waited: number;
}

/** Of a process's main thread, by the scheduler's own book (Linux); null elsewhere. */
export function processorTime(pid: number | undefined): ProcessorTime | null {
	try {
		const [worked = NaN, waited = NaN] = readFileSync(`/proc/${pid}/schedstat`, 'utf8')
			.split(' ')
			.map(Number);
		return { worked: worked / 1e9, waited: waited / 1e9 };
	} catch {
		return null;
	}
}

/** In a sentence; what the machine's other work costs shows as waiting. */
export function inWords(time: ProcessorTime | null): string {
	if (time === null) return 'How long the server waited for a processor is not known here.';
	const seconds = (value: number) => `${value.toFixed(0)} s`;
	return `The server worked ${seconds(time.worked)} and stood ready without a processor ${seconds(time.waited)}.`;
}
