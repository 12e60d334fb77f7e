import type { RequestEvent } from '@sveltejs/kit';
import { isSignedByTwilio } from '#access/twilioSignature.server.ts';
import type { BodyStream } from '#ingest/body.ts';
import { bodyText } from '#ingest/bodyText.server.ts';
import { limits } from '#ingest/limits.ts';
import { product } from '#work/product.server.ts';
import { bodyOf } from './bodyOf.ts';
import { problem } from './problem.ts';

/**
 * The body of a request, which has to be signed where it says that Twilio sends it and Twilio's token is known. Twilio
 * cannot send `Authorization: Bearer`: who does so is somebody with the key, who sends what Twilio has listed.
 * Throws BodyProblem for a body that is too large or too slow.
 */
export async function twilioBody(event: RequestEvent): Promise<BodyStream | Response> {
	const { headers } = event.request;
	const body = bodyOf(event);
	const token = product().settings.twilioAuthToken;
	const authorization = headers.get('authorization');
	const isOfTwilio = event.url.searchParams.get('format') === 'twilio-taskrouter';
	if (token === null || !isOfTwilio || /^Bearer /i.test(authorization ?? '')) return body;
	const parts: string[] = [];
	const most = { idleMs: limits.idle_seconds * 1000, mostBytes: limits.json_body_bytes };
	for await (const part of bodyText(body, null, most)) parts.push(part);
	const text = parts.join('');
	const signature = headers.get('x-twilio-signature');
	if (isSignedByTwilio({ url: event.url, authorization, signature, body: text }, token))
		return new TextEncoder().encode(text);
	return problem(403, 'Not allowed', 'X-Twilio-Signature is missing or does not fit this address and body.');
}
