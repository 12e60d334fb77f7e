import { embedScriptResponse } from '#views/public/embedScriptResponse.server.ts';

export const GET = ({ request }) => embedScriptResponse(request);
