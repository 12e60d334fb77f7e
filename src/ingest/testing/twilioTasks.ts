import fc from 'fast-check';

/** An event of TaskRouter as Event Streams sends it, and when it was. */
interface TaskEvent {
	at: number;
	text: string;
}

const startAt = 1_772_380_800_000;

/** What may become of a task in one queue, after it came there at `at`: types of events, each so many ms after the one before. */
const courses: [type: string, fields: object][][] = [
	[
		['reservation.created', {}],
		['reservation.accepted', { worker_name: 'ana' }],
		['reservation.wrapup', {}],
		['reservation.completed', {}],
		['task.completed', {}]
	],
	[
		['reservation.created', {}],
		['reservation.timeout', {}],
		['reservation.accepted', { worker_name: 'bo' }],
		['task.completed', {}]
	],
	[['task.canceled', { task_canceled_reason: 'hangup' }]],
	[['task.canceled', { task_canceled_reason: 'Task TTL Exceeded' }]],
	[['task-queue.timeout', {}]],
	[['reservation.accepted', { worker_name: 'ana' }]],
	[]
];

const task = fc.record({
	startMs: fc.integer({ min: 0, max: 3_000_000 }),
	visits: fc.array(
		fc.record({
			queue: fc.constantFrom('Payments', 'Support'),
			course: fc.constantFrom(...courses),
			stepMs: fc.integer({ min: 0, max: 90_000 }),
			isEntryLost: fc.boolean(),
			tellsDate: fc.boolean()
		}),
		{ minLength: 1, maxLength: 3 }
	)
});

/** Events of several tasks in the order of time. */
export const twilioTasks: fc.Arbitrary<TaskEvent[]> = fc
	.array(task, { minLength: 1, maxLength: 10 })
	.map((tasks) =>
		tasks
			.flatMap(({ startMs, visits }, n) => {
				let at = startAt + startMs;
				let serial = 0;
				const createdAt = Math.floor(at / 1000);
				return visits.flatMap(({ queue, course, stepMs, isEntryLost, tellsDate }) => {
					const enteredAt = Math.floor(at / 1000);
					const event = (type: string, fields: object): TaskEvent => {
						const payload = {
							task_sid: `WT${n}`,
							task_queue_name: queue,
							task_date_created: String(createdAt),
							timestampms: String(at),
							task_attributes: '{"from":"+493012345678"}',
							...(tellsDate && { task_queue_entered_date: String(enteredAt) }),
							...fields
						};
						const one = {
							specversion: '1.0',
							type: `com.twilio.taskrouter.${type}`,
							source: 'AB01',
							id: `NO${n}-${serial++}`,
							data: { payload }
						};
						return { at, text: JSON.stringify(one) };
					};
					const events = isEntryLost ? [] : [event('task-queue.entered', {})];
					for (const [type, fields] of course) {
						at += stepMs;
						events.push(event(type, fields));
					}
					at += 5_000;
					return events;
				});
			})
			.sort((a, b) => a.at - b.at)
	);
