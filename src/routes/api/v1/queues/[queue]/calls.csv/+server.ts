import { getCallsCsv } from '#views/api/callList.server.ts';

export const GET = getCallsCsv;
