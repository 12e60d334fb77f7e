import { base } from '$app/paths';
import { database } from '#records/database.server.ts';
import { oembedResponse } from '#views/public/oembedResponse.server.ts';

export const GET = ({ url, request }) => oembedResponse(database(), { url, request, base });
