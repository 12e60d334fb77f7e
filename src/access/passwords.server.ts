import { hash, verify } from '@node-rs/argon2';
import { isGuessable } from './passwordStrength.server.ts';

/** Fewest and most characters of a password. */
const passwordLength = { fewest: 10, most: 200 };

/** What is wrong with a password that somebody wants to have, or null. */
export function passwordProblem(password: string, email: string): 'passwordShort' | 'passwordWeak' | null {
	if ([...password].length < passwordLength.fewest || password.length > passwordLength.most)
		return 'passwordShort';
	const plain = password.toLowerCase();
	const name = email.split('@')[0]?.toLowerCase() ?? '';
	const rest = name.length >= 4 ? plain.replaceAll(name, '') : plain;
	if (rest.length < 6 || new Set(plain).size < 5 || common.test(plain)) return 'passwordWeak';
	const ownWords = ['offpeak', ...email.toLowerCase().split(/[^a-z0-9]+/)];
	return isGuessable(password, ownWords) ? 'passwordWeak' : null;
}

/** Argon2id with the parameters that OWASP recommends, which are this library's own. */
export function hashPassword(password: string): Promise<string> {
	return hash(password);
}

/** Takes as long where there is no hash to compare with. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
	// Longer ones are nobody's: they were never taken.
	const right = await verify(stored ?? (await decoyHash()), password.slice(0, passwordLength.most + 1));
	return stored !== null && right;
}

/** Beside those of the lists, also with anything behind them. */
const common =
	/^(1?234567890?|0?987654321|q1w2e3r4t5(y6)?|1q2w3e4r5t(6y)?|1qaz2wsx(3edc)?|(qwerty|asdfgh|zxcvbn)\w{0,6}\d*|password\W*\d*\W*|passw0rd\W*\d*|iloveyou\d*|administrator\d*|changeme\d*|welcome\d*|letmein\d*|football\d*|baseball\d*|princess\d*|sunshine\d*|superman\d*|offpeak\W*\d*|woaini\d*)\W*$/;

let decoy: Promise<string> | null = null;

function decoyHash(): Promise<string> {
	decoy ??= hash('nobody has this password');
	return decoy;
}
