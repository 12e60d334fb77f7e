import { getAlerts } from '#views/api/alerts.server.ts';

export const GET = getAlerts;
