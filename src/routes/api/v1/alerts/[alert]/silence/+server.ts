import { putAlertSilence } from '#views/api/alerts.server.ts';

export const PUT = putAlertSilence;
export const DELETE = putAlertSilence;
