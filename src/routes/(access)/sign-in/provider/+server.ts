import { goToProvider } from '#views/access/provider.server.ts';

export const GET = goToProvider;
