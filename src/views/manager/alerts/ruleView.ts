import type { AlertTarget } from '#model/alert.ts';
import type { AlertRule } from '#records/alertRules.server.ts';
import { ruleSentence } from '#texts/alertWords.ts';
import { alertsTexts } from '#texts/alerts.ts';
import { formatNumber, formatSeconds } from '#texts/format.ts';
import { shownAddress } from '../../shownAddress.ts';
import { moment, type Moments } from '../moments.ts';
import { silenceWords } from './firingView.ts';

/** A rule in words as they are shown. */
export interface RuleView {
	id: string;
	sentence: string;
	/** How it is held, when nobody is told, who is told. */
	details: string[];
	state: string;
	/** Whether something is up: it holds, or has fired and is not over. */
	isUp: boolean;
	isFiring: boolean;
	silence: string | null;
	fired: string;
}

export function ruleView(
	rule: AlertRule,
	{ targets, fired }: { targets: readonly AlertTarget[]; fired: number },
	moments: Moments
): RuleView {
	const { lang } = moments;
	const texts = alertsTexts(lang);
	const { settings, phase, sinceAt } = rule;
	const holdMs = settings.hold_seconds * 1000;
	const [since, then] = [moment(sinceAt, moments), moment(sinceAt + holdMs, moments)];
	const { quiet } = settings;
	const told = targets.filter(({ id }) => settings.targets.includes(id)).map(shownAddress);
	const comma = lang === 'zh' ? '、' : ', ';
	const stateWords = () => {
		if (phase === 'clear') return texts.state.clear;
		return phase === 'blind' ? texts.state.blind[settings.kind] : texts.state[phase](since, then);
	};
	return {
		id: rule.id,
		sentence: ruleSentence(settings, lang),
		details: [
			holdMs === 0 ? texts.atOnce : texts.holdOf(formatSeconds(settings.hold_seconds, lang)),
			typeof quiet === 'object' ? texts.quietOf.range(quiet.from, quiet.to) : texts.quietOf[quiet],
			told.length === 0 ? texts.rules.tellsNobody : texts.rules.tells(told.join(comma))
		],
		state: stateWords(),
		isUp: phase !== 'clear',
		isFiring: ['firing', 'clearing', 'lost'].includes(phase),
		silence: silenceWords(rule, moments),
		fired: texts.fired30(formatNumber(fired, lang))
	};
}
