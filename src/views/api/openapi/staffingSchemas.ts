import type { StaffingAnswer } from '../staffing.server.ts';
import { choice, count, nullable, object, rate, seconds, text } from './schemaParts.ts';
import type { Schema } from './types.ts';

/** How many agents it takes. */
export const staffingSchemas: Record<string, Schema> = {
	Staffing: object<StaffingAnswer>('Agents, and what callers get with them. Null: nobody calls.', {
		queue: text('As it was asked for.'),
		model: choice(['erlang_a', 'erlang_c'], 'With the patience of callers, or without.'),
		agents: count('The fewest who take calls and reach the target.'),
		scheduled_agents: count('So many on the plan, after shrinkage.'),
		service_level: nullable(rate('Share of all callers who are answered within the threshold.')),
		asa_seconds: nullable(seconds('Mean wait; under Erlang A of all callers, those who give up included.')),
		occupancy: nullable(rate('Share of their time in which agents are busy.')),
		probability_of_wait: nullable(rate('Share of callers who are not answered at once.')),
		abandonment_rate: nullable(
			rate('Share of callers who give up; null under Erlang C, which knows of none.')
		)
	})
};
