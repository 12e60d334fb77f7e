import type { Outcome } from '#model/call.ts';

/** What a word for how a call ended stands for; `unsaid`: it says nothing of that; `skip`: the row is no call. */
export const wordMeanings = [
	'answered',
	'abandoned',
	'overflowed',
	'timed_out',
	'callback',
	'voicemail',
	'rejected',
	'lost',
	'unsaid',
	'skip'
] as const satisfies (Exclude<Outcome, 'waiting'> | 'unsaid' | 'skip')[];
export type WordMeaning = (typeof wordMeanings)[number];

const words: Record<Exclude<WordMeaning, 'unsaid' | 'skip'>, string> = {
	answered:
		'answered|handled|connected|completed|complete|served|accepted|talked|ok|success|successful|complete agent|complete caller|completeagent|completecaller|yes|y|true|1|' +
		'angenommen|beantwortet|entgegengenommen|verbunden|erfolgreich|bearbeitet|gesprochen|ja|j|' +
		'已接听|已接|接听|接通|已接通|人工接听|已应答|应答|成功|呼叫成功|通话|是|' +
		'atendida|atendido|contestada|contestado|respondida|répondu|répondue|sim|sí|oui',
	abandoned:
		'abandoned|abandon|abandonned|missed|unanswered|not answered|no answer|noanswer|hung up|hangup|caller hung up|gave up|dropped|no|n|false|0|' +
		'aufgelegt|abgebrochen|verloren|verpasst|entgangen|nicht angenommen|nicht beantwortet|unbeantwortet|nicht erreicht|nein|' +
		'放弃|已放弃|未接|未接听|未接通|未应答|呼损|排队放弃|放弃排队|主动放弃|用户放弃|客户放弃|漏接|否|' +
		'abandonada|abandonado|não atendida|nao atendida|perdida|no contestada|abandonné|abandonnée|perdu|não|nao|non',
	overflowed:
		'overflowed|overflow|forwarded|redirected|diverted|transferred out|exit empty|exitempty|weitergeleitet|umgeleitet|überlauf|溢出|已溢出|转出|transbordo|débordement',
	timed_out:
		'timed out|timeout|time out|exit with timeout|exitwithtimeout|zeitüberschreitung|timeout erreicht|超时|排队超时|等待超时|tempo esgotado',
	callback: 'callback|call back|rückruf|rückruf gewünscht|回拨|回呼|预约回拨|预约回电|rappel',
	voicemail: 'voicemail|voice mail|anrufbeantworter|mailbox|sprachbox|留言|语音留言|语音信箱|messagerie',
	rejected:
		'rejected|refused|declined|busy|blocked|full|besetzt|abgewiesen|abgelehnt|拒绝|拒接|忙|忙线|占线|遇忙|ocupado|occupé',
	lost: 'lost|failed|failure|error|fehlgeschlagen|fehler|失败|异常|错误'
};

const meanings = new Map<string, WordMeaning>(
	wordMeanings.flatMap((meaning) =>
		meaning === 'unsaid' || meaning === 'skip'
			? []
			: words[meaning].split('|').map((word): [string, WordMeaning] => [word, meaning])
	)
);

/** What the word means, in English, German, Chinese and some more, unless the sender has said so; null: nobody knows. */
export function meaningOf(word: string, own: ReadonlyMap<string, WordMeaning>): WordMeaning | null {
	const key = wordKey(word);
	return own.get(key) ?? meanings.get(key) ?? null;
}

/** The same for the same word, however it is written. */
export function wordKey(word: string): string {
	return word
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ')
		.replace(/[.。!]+$/, '')
		.trim();
}
