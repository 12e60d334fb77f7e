import { addPasskey, askNewPasskey } from '#views/access/passkeys.server.ts';

export const GET = askNewPasskey;
export const POST = addPasskey;
