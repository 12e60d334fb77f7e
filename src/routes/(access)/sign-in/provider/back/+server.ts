import { comeBack } from '#views/access/provider.server.ts';

export const GET = comeBack;
