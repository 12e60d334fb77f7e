/**
 * Events of Twilio TaskRouter, one for each thing that happens to a task: as the workspace's event callback posts them
 * (a form), as Event Streams sends them (CloudEvents 1.0), and as the API lists them (`{"events":[…]}`):
 * https://www.twilio.com/docs/taskrouter/api/event/reference
 * EventType=reservation.accepted&TaskSid=WT01…&TaskQueueSid=WQ01…&TaskQueueName=Payments&TaskQueueEnteredDate=1772414140
 *  &TaskDateCreated=1772414139&TimestampMs=1772414215000&WorkerName=ana&TaskChannelUniqueName=voice&TaskAttributes=%7B…
 * {"specversion":"1.0","type":"com.twilio.taskrouter.task.canceled","source":"AB01…","id":"NO01…",
 *  "data":{"payload":{"task_sid":"WT01…","task_queue_name":"Payments","task_canceled_reason":"hangup",…}}}
 *
 * A call is one task in one queue, from task-queue.entered (foldTwilio.ts). Events come in any order and twice, and one
 * alone says little: the acceptance does not say the end, the end not the acceptance. They are kept and put together.
 *
 * What cannot be known: which queue a task has left, when the event names only the one that it came to (the visit before
 * stays open until task-queue.timeout, task-queue.moved or the end of the task name it); and how long a caller was on hold.
 * Passed over are channels other than voice (a workspace without channels calls its calls `default`) and calls that were
 * made. `datacontenttype` and `name` of an event are not gone by: Twilio's own examples have them wrong.
 */
import { foldTwilio } from './foldTwilio.ts';
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import type { EventItem, EventSource, SourceOptions } from './source.ts';
import { UnreadableBody, vendorChars } from './source.ts';
import { readTwilioEvent, twilioFields } from './twilioEvent.ts';

export const twilioSystem = 'twilio-taskrouter';

export function twilioTaskrouter({ queue }: Pick<SourceOptions, 'queue'>): EventSource {
	const values = jsonValues(['events']);
	const toItems = (piece: JsonValue): EventItem[] =>
		'problem' in piece ? [piece] : readTwilioEvent(piece, twilioFields(piece.value), queue);
	let isForm: boolean | null = null;
	let form = '';
	return {
		read(text) {
			if (isForm === null) {
				const begin = /[^\s\ufeff]/.exec(text)?.[0];
				if (begin === undefined) return [];
				isForm = begin !== '{' && begin !== '[';
			}
			if (!isForm) return values.read(text).flatMap(toItems);
			form += text;
			if (form.length > vendorChars) throw new UnreadableBody('The form is longer than a megabyte.');
			return [];
		},
		end: () => (isForm ? formItems(form, queue) : values.end().flatMap(toItems)),
		fold: foldTwilio,
		system: twilioSystem
	};
}

function formItems(form: string, queue: string | null): EventItem[] {
	const fields = new URLSearchParams(form.trim());
	if (!fields.has('EventType')) throw new UnreadableBody('The form has no field EventType.');
	return readTwilioEvent({ line: 1, text: form }, twilioFields(Object.fromEntries(fields)), queue);
}
