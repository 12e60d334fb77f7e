import { getTopicsCsv } from '#views/api/topics.server.ts';

export const GET = getTopicsCsv;
