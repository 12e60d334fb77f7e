import { getWaits } from '#views/api/waits.server.ts';

export const GET = getWaits;
