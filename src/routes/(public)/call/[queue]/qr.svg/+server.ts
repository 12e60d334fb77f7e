import { base } from '$app/paths';
import { database } from '#records/database.server.ts';
import { qrResponse } from '#views/public/qrResponse.server.ts';

export const GET = ({ params, url, request }) => qrResponse(database(), params.queue, { url, request, base });
