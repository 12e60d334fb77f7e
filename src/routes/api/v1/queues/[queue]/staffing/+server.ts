import { getStaffing } from '#views/api/staffing.server.ts';

export const GET = getStaffing;
