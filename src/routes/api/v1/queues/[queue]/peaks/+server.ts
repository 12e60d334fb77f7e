import { getPeaks } from '#views/api/peaks.server.ts';

export const GET = getPeaks;
