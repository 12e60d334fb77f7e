import { openApiResponse } from '#views/api/openApiResponse.server.ts';

export const GET = openApiResponse;
