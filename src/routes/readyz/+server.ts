import { readiness } from '#views/api/readiness.server.ts';

export const GET = readiness;
