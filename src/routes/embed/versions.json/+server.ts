import { base } from '$app/paths';
import { embedVersions } from '#views/public/embedScriptResponse.server.ts';

export const GET = ({ url, request }) => embedVersions(url.origin + base, request);
