import type { IncomingMessage, ServerResponse } from 'node:http';

const formBytes = 512 * 1024;
const formMs = 30_000;

/**
 * Bodies outside the API are forms of people: short, of a known length, and soon here. Answers 411 or 413 and
 * returns true for any other; hangs up on one that takes too long. The API, and what imports files, have limits of their own.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse): boolean {
	// Files are imported there by people who have signed in, piece by piece as through the API.
	if (request.url?.startsWith('/api/') || /^\/import\?/.test(request.url ?? '')) return false;
	const length = request.headers['content-length'];
	if (length === undefined && request.headers['transfer-encoding'] === undefined) return false;
	if (length === undefined) return refuse(response, 411, 'Length required');
	if (Number(length) > formBytes) return refuse(response, 413, 'Too large');
	const timer = setTimeout(() => request.destroy(), formMs);
	request.once('end', () => clearTimeout(timer));
	request.once('close', () => clearTimeout(timer));
	return false;
}

function refuse(response: ServerResponse, status: number, text: string): true {
	response.writeHead(status, { Connection: 'close', 'Content-Type': 'text/plain' }).end(text);
	return true;
}
