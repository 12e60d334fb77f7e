import type { RequestEvent } from '@sveltejs/kit';
import { staffing } from '#analysis/staffing/staffing.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';
import { staffingQuery } from './staffingQuery.ts';

/** What `GET …/staffing` answers. */
export interface StaffingAnswer {
	queue: string;
	model: 'erlang_a' | 'erlang_c';
	agents: number;
	scheduled_agents: number;
	service_level: number | null;
	asa_seconds: number | null;
	occupancy: number | null;
	probability_of_wait: number | null;
	abandonment_rate: number | null;
}

/** `GET /api/v1/queues/{queue}/staffing`: how many agents the calls of an interval take to reach the target. */
export async function getStaffing(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const name = event.params.queue ?? '';
	const queues = await queuesOf(name, allowed);
	if (queues instanceof Response) return queues;
	const asked = staffingQuery(event.url.searchParams, queues[0].queue.service_level);
	if ('field' in asked) return problem(400, 'Wrong parameter', asked.message, { field: asked.field });
	const needed = staffing(asked.work, asked.goal);
	const answer: StaffingAnswer = {
		queue: name,
		model: asked.goal.patienceSeconds ? 'erlang_a' : 'erlang_c',
		agents: needed.agents,
		scheduled_agents: needed.scheduledAgents,
		service_level: needed.serviceLevel,
		asa_seconds: needed.meanWaitSeconds,
		occupancy: needed.occupancy,
		probability_of_wait: needed.waitShare,
		abandonment_rate: needed.abandonment
	};
	return Response.json(answer);
}
