import { isEmail, keepAdministrator, type Person } from '#access/people.server.ts';
import { passwordProblem } from '#access/passwords.server.ts';
import { isSetUpToken } from '#access/setUp.server.ts';
import { product } from '#work/product.server.ts';

export function isSetUpLink(token: string): Promise<boolean> {
	return isSetUpToken(product().database, token);
}

/** Makes the first administrator, or says what is wrong with what was entered. */
export async function setUp(
	token: string,
	email: string,
	password: string
): Promise<Person | 'linkOver' | 'emailWrong' | 'passwordShort' | 'passwordWeak'> {
	if (!(await isSetUpLink(token))) return 'linkOver';
	if (!isEmail(email)) return 'emailWrong';
	const problem = passwordProblem(password, email);
	if (problem) return problem;
	return (await keepAdministrator(product().database, { email, password })) ?? 'linkOver';
}
