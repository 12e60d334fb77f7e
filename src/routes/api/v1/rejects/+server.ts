import { getRejects } from '#views/api/rejects.server.ts';

export const GET = getRejects;
