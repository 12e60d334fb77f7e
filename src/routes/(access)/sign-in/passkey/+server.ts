import { askPasskey, signInWithPasskey } from '#views/access/passkeys.server.ts';

export const GET = askPasskey;
export const POST = signInWithPasskey;
