import { deleteRule, putAlertRule } from '#views/api/alertRules.server.ts';

export const PUT = putAlertRule;
export const DELETE = deleteRule;
