import { getCompare } from '#views/api/compare.server.ts';

export const GET = getCompare;
