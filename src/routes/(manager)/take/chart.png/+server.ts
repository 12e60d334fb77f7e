import { takeAlong } from '#views/take/takeAlong.server.ts';

export const GET = (event) => takeAlong(event, 'png');
