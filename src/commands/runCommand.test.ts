import { parseArgs } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand, type Command } from './runCommand.ts';

const said = vi.fn();
beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(said);
	vi.spyOn(console, 'log').mockImplementation(said);
});
afterEach(() => {
	vi.restoreAllMocks();
	said.mockReset();
});

const count: Command = {
	usage: '[--repair]',
	summary: 'counts',
	run: async (args) => (parseArgs({ args, options: { repair: { type: 'boolean' } } }).values.repair ? 7 : 0)
};
const broken: Command = { usage: '', summary: 'breaks', run: () => Promise.reject(new Error('broken')) };

test('runs the command that is named, with what stands behind its name', async () => {
	expect(await runCommand(['count', '--repair'], { count })).toBe(7);
});

test('says which option or command it does not know, with exit code 2', async () => {
	expect(await runCommand(['count', '--mend'], { count })).toBe(2);
	expect(said).toHaveBeenCalledWith(expect.stringMatching(/'--mend'.*\n.*count \[--repair\]/));
	expect(await runCommand(['toString'], { count })).toBe(2);
	expect(said).toHaveBeenLastCalledWith(expect.stringContaining('no command "toString"'));
});

test('lets every other failure through', async () => {
	await expect(runCommand(['broken'], { broken })).rejects.toThrow('broken');
});
