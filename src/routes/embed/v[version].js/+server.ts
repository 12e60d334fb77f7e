import { embedVersionResponse } from '#views/public/embedScriptResponse.server.ts';

export const GET = ({ params, request }) => embedVersionResponse(params.version, request);
