import { getAnnotations, postAnnotation } from '#views/api/annotations.server.ts';

export const GET = getAnnotations;
export const POST = postAnnotation;
