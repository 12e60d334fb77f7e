import type { BuilderTexts } from '#texts/builder.ts';
import { gravity, type PageFinding } from './checkPage.ts';

/** A finding of the check of a page as a sentence. */
export function findingText(finding: PageFinding, { findings, levels }: BuilderTexts): string {
	switch (finding.code) {
		case 'found':
			return findings.found(levels[finding.level]);
		case 'bad_status':
			return findings.bad_status(finding.status);
		case 'no_page':
			return findings.no_page(finding.type);
		case 'other_queue':
		case 'other_server':
			return findings[finding.code](finding.name);
		case 'blocked':
			return findings.blocked(finding.directive, finding.needed);
		case 'origin_not_allowed':
			return findings.origin_not_allowed(finding.origin);
		default:
			return findings[finding.code];
	}
}

/** What the check comes to. */
export function verdictText(found: PageFinding[], { verdict }: BuilderTexts): string {
	if (!found.some(({ code }) => code === 'found')) return verdict.missing;
	const bad = found.filter((finding) => gravity(finding) === 'bad').length;
	return bad === 0 ? verdict.fine : verdict.blocked(bad);
}
