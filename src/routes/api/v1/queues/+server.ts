import { getQueues } from '#views/api/queues.server.ts';

export const GET = getQueues;
