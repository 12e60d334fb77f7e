import { streamLive } from '#views/api/liveStream.server.ts';

export const GET = streamLive;
