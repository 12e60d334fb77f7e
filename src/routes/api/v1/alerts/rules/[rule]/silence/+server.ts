import { putRuleSilence } from '#views/api/alertRules.server.ts';

export const PUT = putRuleSilence;
export const DELETE = putRuleSilence;
