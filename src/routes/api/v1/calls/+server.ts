import { postCalls } from '#views/api/calls.server.ts';

export const POST = postCalls;
