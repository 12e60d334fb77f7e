import type { Lang } from './lang.ts';
import { en, type AuditTexts } from './audit.en.ts';
import { zh } from './audit.zh.ts';

export type { AuditTexts };

export function auditTexts(lang: Lang): AuditTexts {
	return lang === 'zh' ? zh : en;
}
