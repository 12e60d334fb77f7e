import { resolve } from 'node:path';

/** A file as it was named where the command was called; npm and the launcher have moved into the project's folder. */
export function pathFrom(file: string): string {
	return resolve(process.env.INIT_CWD ?? '.', file);
}
