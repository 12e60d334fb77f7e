import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimes, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './root.js';

const file = inRoot('.svelte-kit', 'build.lock');
const beatMs = 2_000;
/** A lock that has not been touched for this long was left behind by a build that was killed. */
const deadMs = 15_000;

/**
 * Runs `work` while no other process builds in this folder; waits for one that does.
 * @template T
 * @param {() => Promise<T>} work
 * @param {() => void} onWait is called once when there is something to wait for
 */
export async function withBuildLock(work, onWait) {
	let told = false;
	while (!take()) {
		if (isLeftBehind()) {
			rmSync(file, { force: true });
			continue;
		}
		if (!told) onWait();
		told = true;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	const beat = setInterval(() => utimes(file, new Date(), new Date(), () => {}), beatMs);
	const release = () => rmSync(file, { force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		clearInterval(beat);
		process.off('exit', release);
		release();
	}
}

function take() {
	mkdirSync(dirname(file), { recursive: true });
	try {
		const handle = openSync(file, 'wx');
		writeSync(handle, String(process.pid));
		closeSync(handle);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

/** Its process is gone, or (when the number was given to another process, as after a restart) it has no pulse. */
function isLeftBehind() {
	try {
		const pid = Number(readFileSync(file, 'utf8'));
		if (Date.now() - statSync(file).mtimeMs > deadMs) return true;
		return pid > 0 && !isAlive(pid);
	} catch {
		return false;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
