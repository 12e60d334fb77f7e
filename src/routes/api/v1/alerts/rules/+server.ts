import { getAlertRules, postAlertRule } from '#views/api/alertRules.server.ts';

export const GET = getAlertRules;
export const POST = postAlertRule;
