import { limits } from '#ingest/limits.ts';

export const GET = () => Response.json(limits);
