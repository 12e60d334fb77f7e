import { planFile } from '#views/manager/staffing/planFile.server.ts';

export const GET = (event) => planFile(event, 'ics');
