import { getQueue, putQueue } from '#views/api/queues.server.ts';

export const GET = getQueue;
export const PUT = putQueue;
