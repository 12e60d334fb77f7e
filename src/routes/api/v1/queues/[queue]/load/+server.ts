import { getLoad } from '#views/api/load.server.ts';

export const GET = getLoad;
