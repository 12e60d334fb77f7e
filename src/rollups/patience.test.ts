import { expect, test } from 'vitest';
import { meanPatienceSeconds } from './patience.ts';
import { emptyTally } from './tally.ts';
import { addToBin, waitBin } from './waits.ts';

function waited({ answered, abandoned }: { answered: number[]; abandoned: number[] }) {
	const tally = emptyTally();
	tally.answered = answered.length;
	tally.abandoned = abandoned.length;
	for (const seconds of answered) tally.answeredWaitMs += seconds * 1000;
	for (const seconds of answered) addToBin(tally.waits, waitBin(seconds * 1000), 'answered', 1);
	for (const seconds of abandoned) addToBin(tally.waits, waitBin(seconds * 1000), 'abandoned', 1);
	return tally;
}

test('all time waited, by answered and by abandoned callers, over those who gave up', () => {
	const tally = waited({ answered: Array(70).fill(60), abandoned: Array(30).fill(100) });
	// (70 × 60 + 30 × 100) / 30 = 240 s; the bin of 100 s stands for its middle, half a second less.
	expect(meanPatienceSeconds(tally)).toBeCloseTo(239.5, 6);
});

test('nothing is said from a few', () => {
	expect(meanPatienceSeconds(waited({ answered: [10], abandoned: Array(29).fill(5) }))).toBeNull();
	expect(meanPatienceSeconds(waited({ answered: [10], abandoned: Array(29).fill(5) }), 10)).not.toBeNull();
});
