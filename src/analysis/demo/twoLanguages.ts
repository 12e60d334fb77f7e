import type { PublicPart } from '#model/queue.ts';

/**
 * Settings whose names say "中文 · English" as a manager enters them: Chinese in the names themselves, English as their
 * translations in `guide`.
 */
export function twoLanguages(part: PublicPart): PublicPart {
	const guide = { ...part.guide };
	for (const { slug, name, prepare } of part.topics) {
		guide[`topic.${slug}.name.en`] = half(name, 1);
		guide[`topic.${slug}.prepare.en`] = prepare.map((item) => half(item, 1)).join('\n');
	}
	for (const { kind, label } of part.channels) guide[`channel.${kind}.label.en`] = half(label, 1);
	return {
		...part,
		guide,
		topics: part.topics.map((topic) => ({
			...topic,
			name: half(topic.name, 0),
			prepare: topic.prepare.map((item) => half(item, 0))
		})),
		channels: part.channels.map((channel) => ({ ...channel, label: half(channel.label, 0) }))
	};
}

function half(text: string, i: 0 | 1): string {
	return text.split(' · ')[i] ?? text;
}
