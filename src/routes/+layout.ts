import { browser } from '$app/environment';
import { nextTask } from '#views/nextTask.ts';

let isStarting = browser;

/** Between the start of the framework and the waking up of the first page a browser hears whoever is there. */
export async function load({ data }) {
	if (isStarting) await nextTask();
	isStarting = false;
	return data;
}
