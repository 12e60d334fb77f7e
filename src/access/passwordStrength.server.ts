import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs as graphs, dictionary } from '@zxcvbn-ts/language-common';

/** Guesses that somebody who knows how people choose passwords needs, as a power of ten: fewer than this are too few. */
const fewestGuesses = 6;
/** What follows only makes it stronger, and a long one would take long to look at. */
const lookedAt = 64;

let factory: ZxcvbnFactory | null = null;

/**
 * Whether a password is among the first million that are tried: one of the lists of those most used, also with letters
 * as digits, years and rows of keys around it (the estimate of zxcvbn, Wheeler 2016). `ownWords` are its owner's own.
 */
export function isGuessable(password: string, ownWords: string[]): boolean {
	// Tens of megabytes, for who never sets a password here.
	factory ??= new ZxcvbnFactory({ dictionary, graphs });
	return factory.check(password.slice(0, lookedAt), ownWords).guessesLog10 < fewestGuesses;
}
