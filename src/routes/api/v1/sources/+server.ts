import { getSources } from '#views/api/sources.server.ts';

export const GET = getSources;
