/**
 * Whether a request changes something, comes with cookies' power and was sent from a page of another origin: then it
 * may be somebody else acting in a reader's name. Requests with a key carry no such power, and machines send no Origin.
 *
 * @param host the host and port that the request was sent to
 */
export function isForeignWrite(request: Request, host: string): boolean {
	if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
	if (request.headers.has('authorization')) return false;
	const origin = request.headers.get('origin');
	// Browsers say one or the other; a page of a neighbouring host is as foreign as any.
	if (origin === null) return !['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site'));
	return !URL.canParse(origin) || new URL(origin).host !== host;
}
