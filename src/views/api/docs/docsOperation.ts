import { apiTexts, type ApiTexts } from '#texts/api.ts';
import type { Lang } from '#texts/lang.ts';
import type { Described } from '../openapi/operations.ts';
import type { Operation } from '../openapi/types.ts';
import { curl } from './curl.ts';
import { parameterRow, type FieldRow } from './fieldRows.ts';
import { paragraphs } from './marked.ts';
import { schemaWords, type Word } from './schemaWords.ts';

/** An example to copy. */
export interface Snippet {
	summary: string;
	code: string;
}

export interface DocsOperation {
	id: string;
	method: string;
	path: string;
	summary: string;
	description: string[];
	/** The scope that it needs; null: open to all. */
	scope: string | null;
	parameters: FieldRow[];
	bodies: { type: string; words: Word[]; description: string }[];
	answers: { status: string; description: string; words: Word[]; type: string | null }[];
	requests: Snippet[];
	replies: Snippet[];
}

/** One operation as people read it. */
export function docsOperation(
	described: Described,
	{ lang, origin }: { lang: Lang; origin: string }
): DocsOperation {
	const texts = apiTexts(lang);
	const { method, path, operation } = described;
	return {
		id: operation.operationId,
		method: method.toUpperCase(),
		path,
		summary: lang === 'zh' ? operation['x-summary-zh'] : operation.summary,
		description: paragraphs(operation.description ?? ''),
		scope: operation.security[0] ? (Object.values(operation.security[0])[0]?.[0] ?? null) : null,
		parameters: (operation.parameters ?? []).map((parameter) => parameterRow(parameter, texts)),
		bodies: Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => ({
			type,
			words: schemaWords(schema, texts),
			description: schema.description ?? ''
		})),
		answers: answers(operation, texts),
		requests: requests(described, origin),
		replies: replies(operation)
	};
}

function answers({ responses }: Operation, texts: ApiTexts): DocsOperation['answers'] {
	return Object.entries(responses).map(([status, { description, content = {} }]) => {
		const [type = null] = Object.keys(content);
		const schema = type === null ? undefined : content[type]?.schema;
		return { status, description, type, words: schema?.$ref ? schemaWords(schema, texts) : [] };
	});
}

/** A request for each example of a body, or the one without a body. */
function requests(described: Described, origin: string): Snippet[] {
	const { requestBody, summary } = described.operation;
	if (!requestBody) return [{ summary, code: curl(described, origin, null) }];
	const all = Object.entries(requestBody.content).flatMap(([type, { examples = {} }]) =>
		Object.values(examples).map((example) => ({
			summary: example.summary,
			code: curl(described, origin, { type, value: example.value })
		}))
	);
	// Two names of one type have the same examples.
	return all.filter(({ summary }, i) => all.findIndex((other) => other.summary === summary) === i);
}

function replies({ responses }: Operation): Snippet[] {
	return Object.values(responses)
		.flatMap(({ content = {} }) => Object.values(content))
		.flatMap(({ examples = {} }) => Object.values(examples))
		.map(({ summary, value }) => ({ summary, code: JSON.stringify(value, null, 2) }));
}
