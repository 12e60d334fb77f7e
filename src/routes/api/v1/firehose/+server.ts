import { postFirehose } from '#views/api/firehose.server.ts';

export const POST = postFirehose;
