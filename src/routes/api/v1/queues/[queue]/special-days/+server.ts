import { getSpecialDays } from '#views/api/specialDays.server.ts';

export const GET = getSpecialDays;
