import type { WalletLine } from './walletLine.ts';

const dayMs = 86_400_000;
const shiftMs = dayMs / 3;
/** Shifts begin at 07:00, 15:00 and 23:00 in China, where all of the demo plays. */
const firstShiftMs = 7 * 3_600_000 - 8 * 3_600_000;

/**
 * The name of an agent by number on the floor: a team for each of three shifts, and within a shift other
 * people day by day. Nobody is in two shifts, so a call that runs over a change of shifts overlaps no other.
 */
export function walletAgent({ team }: WalletLine, agent: number, at: number): string {
	const shift = Math.floor((at - firstShiftMs) / shiftMs);
	const day = Math.floor(shift / 3);
	const member = (agent + 5 * day) % team.size;
	return `${team.prefix}${String(1 + member * 3 + (shift - day * 3)).padStart(2, '0')}`;
}
