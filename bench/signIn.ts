import { admin } from '../e2e/product.ts';

/** As the administrator; the cookie to send. */
export async function signIn(url: string): Promise<string> {
	const response = await fetch(`${url}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ email: admin.email, password: admin.password })
	});
	const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]);
	if (cookie.length === 0) throw new Error(`signing in answers ${response.status}`);
	return cookie.join('; ');
}
