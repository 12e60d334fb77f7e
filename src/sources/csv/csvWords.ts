import type { CsvField } from './csvOptions.ts';

/**
 * Names of columns in exports of phone systems, in English, German and Chinese and some in Portuguese, Spanish and
 * French, without spaces and signs; the likelier first. A name that ends with `*` is one to begin with.
 */
const words: Record<CsvField, string> = {
	id: 'id|callid|uniqueid|callguid|callidentifier|callkey|callnumber|interactionid|contactid|sessionid|uuid|linkedid|anrufid|gesprächsid|gespraechsid|vorgangsid|anrufnummer|通话id|呼叫id|通话编号|呼叫编号|流水号|会话id|通话标识|话单号|记录id|identificadorglobaldachamada|idchamada|iddechamada|idllamada|idappel|callid*|通话流水*',
	queue:
		'queue|queuename|skill|skillgroup|skillset|hotline|service|callgroup|acdgroup|huntgroup|warteschlange|warteschleife|gruppe|dienst|rufgruppe|队列|队列名称|技能组|技能组名称|业务线|排队队列|热线|fila|filadeespera|cola|file|filedattente|queue*|warteschlange*',
	date: 'date|calldate|day|datum|anrufdatum|tag|日期|通话日期|呼叫日期|data|fecha',
	enqueued_at:
		'enqueuedat|enqueued|enqueuetime|queuedat|queuetime|queuestart|queueentry|queueentrytime|enteredqueue|enqueue*|arrivedat|arrival|arrivaltime|timestart|starttime|start|startedat|callstart|callstarttime|callstarted|callstart*|created|createdat|datetime|timestamp|calltime|time|beginn|anrufbeginn|anrufstart|anrufzeit|anrufzeitpunkt|eingang|startzeit|startzeitpunkt|zeitpunkt|zeitstempel|uhrzeit|eingangszeit|beginndeswartens|进入队列时间|入队时间|排队开始时间|排队时间点|进线时间|来电时间|呼入时间|呼叫时间|开始时间|通话开始时间|时间|datahora|início|inicio|datadeinício|horadeinicio|débutdappel|début',
	answered_at:
		'answeredat|answered|answertime|answer|answeredtime|timeanswered|timeanswer|connectedat|connecttime|pickuptime|pickup|angenommenum|annahme|annahmezeit|annahmezeitpunkt|angenommen|verbundenum|gesprächsbeginn|beginngespräch|接听时间|应答时间|接通时间|坐席接听时间|人工接听时间|atendidaem|horadeatendimento|respondidaen',
	ended_at:
		'endedat|ended|endtime|end|timeend|hangup|hanguptime|hangupat|callend|callendtime|finished|finishedat|completedat|disconnected|disconnecttime|ende|endzeit|anrufende|gesprächsende|beendet|beendetum|结束时间|挂断时间|挂机时间|离开时间|通话结束时间|fim|término|horadefim|fin|horafin',
	wait_seconds:
		'wait|waittime|waitingtime|waitseconds|waits|queueduration|queuewait|queuewaittime|timeinqueue|timeinqueuesec|holdtime|speedofanswer|speedofanswerinseconds|asa|secondsinqueue|wait*|wartezeit|wartedauer|wartezeitinsekunden|wartezeit*|等待时长|排队时长|等待时间|排队时间|等候时长|等候时间|排队等待时长|等待秒数|排队等待时长*|等待时长*|排队时长*|tempodeespera|espera|tiempodeespera|attente|tempsdattente',
	talk_seconds:
		'talk|talktime|talkseconds|talkduration|conversationtime|conversation|billsec|servicetime|talktime*|avgtalkduration|gespräch|gesprächsdauer|gespraechsdauer|gesprächszeit|sprechzeit|gesprächsdauer*|通话时长|通话时间|通话秒数|人工通话时长|通话时长*|tempodeconversação|conversação|tiempodeconversación|duréedeconversation',
	hold_seconds:
		'hold|onhold|holdseconds|holdduration|timeonhold|halten|haltezeit|gehalten|haltedauer|保持时长|保持时间|hold*',
	wrap_seconds:
		'wrap|wrapup|acw|wraptime|wrapuptime|wrapseconds|aftercallwork|aftercallworktime|nachbearbeitung|nachbearbeitungszeit|nacharbeit|nacharbeitszeit|话后时长|话后处理时长|整理时长|话后整理时长|事后处理时长|wrap*',
	total_seconds:
		'duration|totalduration|totaltime|callduration|total|length|handletime|dauer|gesamtdauer|anrufdauer|gesamtzeit|总时长|呼叫时长|总通话时长|时长|duração|duracao|duración|durée|duration*',
	outcome:
		'outcome|result|status|callstatus|disposition|callresult|state|completionstatus|answeredyn|abandonedyn|ergebnis|anrufstatus|anrufergebnis|gesprächsstatus|resultat|结果|呼叫结果|通话结果|状态|通话状态|接听状态|呼叫状态|接通状态|是否接听|是否接通|应答状态|estado|resultado|resposta|statut|answered*',
	agent:
		'agent|agentname|agentid|user|operator|member|answeredby|employee|representative|mitarbeiter|mitarbeiterin|bearbeiter|agentin|benutzer|nebenstelle|teilnehmer|坐席|座席|坐席工号|座席工号|坐席姓名|座席姓名|客服|接听人|工号|接线员|客服姓名|agente|operador|utilizador|agent*',
	caller:
		'caller|callerid|callernumber|from|phone|phonenumber|ani|cli|callingnumber|customernumber|src|source number|anrufer|rufnummer|anrufernummer|telefonnummer|rufnummeranrufer|von|主叫|主叫号码|来电号码|客户号码|电话号码|手机号|手机号码|呼入号码|origem|llamante|número|appelant',
	topic:
		'topic|reason|category|callreason|subject|thema|anliegen|anrufgrund|grund|kategorie|业务类型|来电原因|咨询类型|问题类型|主题|motivo|motif',
	channel: 'channel|mediatype|media|kanal|medium|渠道|canal',
	priority: 'priority|priorität|prio|优先级|prioridade'
};

const exact = new Map<string, [CsvField, number]>();
const begins: [string, CsvField][] = [];
for (const [field, names] of entries())
	names.split('|').forEach((name, i) => {
		if (name.endsWith('*')) begins.push([name.slice(0, -1), field]);
		else if (!exact.has(name)) exact.set(name, [field, i]);
	});

/** What a column of this name is likely to be, and how unlikely in comparison to others (0 is the best); null: unknown. */
export function fieldOfName(name: string): { field: CsvField; rank: number } | null {
	const key = name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[[(（].*$/u, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
	const [field, rank] = exact.get(key) ?? [];
	if (field !== undefined && rank !== undefined) return { field, rank };
	const begun = begins.find(([begin]) => key.startsWith(begin));
	return begun ? { field: begun[1], rank: 1000 } : null;
}

function entries(): [CsvField, string][] {
	return Object.entries(words).flatMap(([field, names]) => (isField(field) ? [[field, names]] : []));
}

function isField(name: string): name is CsvField {
	return Object.hasOwn(words, name);
}
