import { getMetrics } from '#views/api/metrics.server.ts';

export const GET = getMetrics;
