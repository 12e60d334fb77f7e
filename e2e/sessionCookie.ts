import { admin, type Product } from './product.ts';

/** Signs the administrator of the tests in without a browser: what to send as `cookie`. */
export async function sessionCookie({ url }: Product): Promise<string> {
	const response = await fetch(`${url}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(admin)
	});
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0] ?? '')
		.join('; ');
}
