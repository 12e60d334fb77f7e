import { getCallList } from '#views/api/callList.server.ts';

export const GET = getCallList;
