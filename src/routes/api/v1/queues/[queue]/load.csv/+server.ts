import { getLoadCsv } from '#views/api/load.server.ts';

export const GET = getLoadCsv;
