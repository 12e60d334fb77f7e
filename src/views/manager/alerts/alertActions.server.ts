import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { Attempts } from '#access/attempts.ts';
import type { AlertSettings } from '#model/alert.ts';
import { parseAlert } from '#model/parseAlert.ts';
import { silenceFiring } from '#records/alertFirings.server.ts';
import {
	deleteAlertRule,
	listAlertRules,
	restoreAlertRule,
	silenceAlertRule
} from '#records/alertRules.server.ts';
import {
	listAlertTargets,
	removeAlertTarget,
	renewSecret,
	restoreAlertTarget
} from '#records/alertTargets.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { ruleSentence } from '#texts/alertWords.ts';
import type { AlertsTexts } from '#texts/alerts.ts';
import { product } from '#work/product.server.ts';
import { tryAlert } from '#work/tryAlert.server.ts';
import { silenceNote } from '../../api/alerts.server.ts';
import { saveRule, saveTarget } from '../../alertWrites.server.ts';
import { shownAddress } from '../../shownAddress.ts';
import { alertFields, readAlertFields, type AlertFields } from './alertForm.ts';
import type { AlertsDone } from './alertsPage.server.ts';
import { failureWords } from './failureWords.ts';
import { silenceUntil } from './silenceUntil.ts';

type Asked = RequestEvent<{ queue: string }>;
export type AlertsProblem = keyof AlertsTexts['problems'];

/** What a form of the page answers, where it does not lead back to it. */
export interface AlertsAnswer {
	problem?: AlertsProblem;
	fields?: AlertFields;
	/** An address that could not be added. */
	typed?: string;
	/** What became of a test; an empty list: there was nobody to send it to. */
	tried?: { address: string; error: string | null }[];
	/** A webhook's secret, shown once. */
	secret?: { address: string; value: string };
}

const attempts = new Attempts(20, 60_000);
const refused = (answer: AlertsAnswer) => fail<AlertsAnswer>(400, answer);

/** The forms of a queue's page of alerts, for its managers. */
export const alertActions = {
	async save(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		const fields = alertFields(form);
		const read = readAlertFields(fields);
		if ('field' in read) return refused({ problem: read.field, fields });
		const id = textOf(form, 'id') || null;
		const saved = await saveRule(product().database, stored, { id, settings: read }, writer);
		if ('problem' in saved) return refused({ problem: saved.problem, fields });
		note(asked, id === null ? 'alert rule made' : 'alert rule changed', read);
		back(asked, 'saved');
	},

	async remove(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		const rule = await deleteAlertRule(product().database, stored.id, textOf(form, 'id'), writer.now);
		if (!rule) return refused({ problem: 'gone' });
		note(asked, 'alert rule deleted', rule.settings);
		back(asked, 'removed');
	},

	async undo(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		if (form.has('target')) {
			const target = await restoreAlertTarget(product().database, stored.id, textOf(form, 'target'));
			if (!target) return refused({ problem: 'gone' });
			asked.locals.audit = { action: 'alert address restored', subject: shownAddress(target), changes: [] };
			back(asked, 'undone');
		}
		const rule = await restoreAlertRule(product().database, stored.id, textOf(form, 'id'), writer.now);
		if (!rule) return refused({ problem: 'gone' });
		note(asked, 'alert rule restored', rule.settings);
		back(asked, 'undone');
	},

	async silence(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		const until = silenceUntil(form, stored.queue.zone, writer.now);
		if (until === null) return refused({ problem: 'until' });
		return setSilence(asked, await silenced(stored.id, form, { until, by: writer.by }), until);
	},

	async unsilence(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		return setSilence(asked, await silenced(stored.id, form, { until: null, by: writer.by }), null);
	},

	async try(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		const { database, settings } = product();
		if (attempts.tooMany(writer.by, writer.now)) return refused({ problem: 'too_often' });
		attempts.failed(writer.by, writer.now);
		const rules = await listAlertRules(database, [stored.id]);
		const targets = await listAlertTargets(database, [stored.id]);
		const target = targets.find(({ id }) => id === textOf(form, 'target'));
		const rule = rules.find(({ id }) => id === textOf(form, 'id'));
		const sample = rule?.settings ?? (target ? sampleSettings() : null);
		if (!sample) return refused({ problem: 'gone' });
		const told = target ? [target] : targets.filter(({ id }) => sample.targets.includes(id));
		const options = { settings, now: writer.now, machineNow: Date.now(), origin: settings.origin };
		const tried = await tryAlert(stored, sample, told, options);
		asked.locals.audit = {
			action: 'alert tried',
			subject: told.map(shownAddress).join(', '),
			changes: []
		};
		const { lang } = asked.locals;
		const answer: AlertsAnswer = {
			tried: tried.map((one) => ({
				address: shownAddress(one.target),
				error: one.error === null ? null : failureWords(one.error, lang)
			}))
		};
		return answer;
	},

	async addTarget(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		const { database, settings } = product();
		const kind = textOf(form, 'kind') === 'webhook' ? 'webhook' : 'email';
		const lang = textOf(form, 'lang') === 'en' ? 'en' : 'zh';
		const address = textOf(form, 'address').trim();
		const allowPrivate = settings.allowPrivateAddresses;
		const saved = await saveTarget(database, stored, { kind, address, lang }, { ...writer, allowPrivate });
		if ('problem' in saved) return refused({ problem: saved.problem, typed: address });
		const shown = shownAddress(saved.target);
		asked.locals.audit = { action: 'alert address added', subject: shown, changes: [] };
		const { secret } = saved.target;
		if (secret === null) back(asked, 'added');
		const answer: AlertsAnswer = { secret: { address: shown, value: secret } };
		return answer;
	},

	async removeTarget(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		const target = await removeAlertTarget(product().database, stored.id, textOf(form, 'target'), writer.now);
		if (!target) return refused({ problem: 'gone' });
		asked.locals.audit = { action: 'alert address removed', subject: shownAddress(target), changes: [] };
		back(asked, 'targetRemoved');
	},

	async renew(asked: Asked) {
		const { stored, form, writer } = await begin(asked);
		const target = await renewSecret(product().database, stored.id, textOf(form, 'target'), writer);
		if (!target?.secret) return refused({ problem: 'gone' });
		const shown = shownAddress(target);
		asked.locals.audit = { action: 'alert secret renewed', subject: shown, changes: [] };
		const answer: AlertsAnswer = { secret: { address: shown, value: target.secret } };
		return answer;
	}
};

async function begin({ params, locals, request }: Asked) {
	if (!locals.person) error(403);
	const stored = await findQueue(product().database, params.queue);
	if (!stored) error(404);
	const writer = { by: locals.person.email, now: locals.now };
	return { stored, form: await request.formData(), writer };
}

/** A form names a rule or a firing. */
async function silenced(
	queueId: number,
	form: FormData,
	silence: { until: number | null; by: string }
): Promise<{ settings: AlertSettings } | null> {
	const { database } = product();
	const firing = textOf(form, 'firing');
	if (firing !== '') return silenceFiring(database, queueId, firing, silence);
	return silenceAlertRule(database, queueId, textOf(form, 'id'), silence);
}

function setSilence(asked: Asked, changed: { settings: AlertSettings } | null, until: number | null) {
	if (!changed) return refused({ problem: 'gone' });
	asked.locals.audit = silenceNote(until, asked.params.queue, changed.settings);
	back(asked, until === null ? 'unsilenced' : 'silenced');
}

function note({ locals }: Asked, action: string, settings: AlertSettings): void {
	const changes = Object.entries(settings)
		.filter(([, value]) => value !== null)
		.map(([field, value]) => ({
			field,
			from: null,
			to: typeof value === 'string' ? value : JSON.stringify(value)
		}));
	locals.audit = { action, subject: ruleSentence(settings, 'en'), changes };
}

/** To the page as it is now: to load it again sends nothing again. */
function back({ params }: Asked, done: AlertsDone): never {
	redirect(303, `/dashboard/${params.queue}/alerts?done=${done}`);
}

/** What the test of an address alone speaks of. */
function sampleSettings(): AlertSettings {
	const sample = parseAlert({ kind: 'longest_wait', limit: 300 });
	if ('field' in sample) throw new Error('the sample of a rule is wrong');
	return sample;
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
