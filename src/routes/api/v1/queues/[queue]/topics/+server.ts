import { getTopics } from '#views/api/topics.server.ts';

export const GET = getTopics;
