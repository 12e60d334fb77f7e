import type { AuditChange } from '#model/audit.ts';

/** What differs between two states of some settings, by the path of each field, for the audit log. */
export function queueChanges(before: object, after: object): AuditChange[] {
	const [from, to] = [leaves(before, ''), leaves(after, '')];
	return [...new Set([...from.keys(), ...to.keys()])].flatMap((field) => {
		const change = { field, from: from.get(field) ?? null, to: to.get(field) ?? null };
		return change.from === change.to ? [] : [change];
	});
}

/** Lists are shown whole: a row more would else change the names of all that follow it. */
function leaves(value: unknown, path: string): Map<string, string> {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return new Map(value === null || value === undefined ? [] : [[path, textOf(value)]]);
	return new Map(
		Object.entries(value).flatMap(([name, inner]) => [...leaves(inner, path ? `${path}.${name}` : name)])
	);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
