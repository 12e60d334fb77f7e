import { getWaitsCsv } from '#views/api/waits.server.ts';

export const GET = getWaitsCsv;
