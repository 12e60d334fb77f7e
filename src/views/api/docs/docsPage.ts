import { apiTexts, type ApiTexts } from '#texts/api.ts';
import type { Lang } from '#texts/lang.ts';
import { operations } from '../openapi/operations.ts';
import type { OpenApi, Schema } from '../openapi/types.ts';
import { docsOperation, type DocsOperation } from './docsOperation.ts';
import { fieldRows, type FieldRow } from './fieldRows.ts';
import { paragraphs } from './marked.ts';
import { schemaWords, type Word } from './schemaWords.ts';

export interface DocsPage {
	description: string[];
	ways: { name: 'key' | 'session'; description: string }[];
	groups: { id: string; name: string; description: string; operations: DocsOperation[] }[];
	schemas: { name: string; description: string; words: Word[]; fields: FieldRow[] }[];
}

/** What `/docs` shows: the description of the API, laid out for people. `origin` is where the reader reads it. */
export function docsPage(api: OpenApi, { lang, origin }: { lang: Lang; origin: string }): DocsPage {
	const all = operations(api);
	return {
		description: paragraphs(api.info.description),
		ways: (['key', 'session'] as const).map((name) => ({
			name,
			description: api.components.securitySchemes[name]?.description ?? ''
		})),
		groups: api.tags.map((tag) => ({
			id: `group-${tag.name.toLowerCase()}`,
			name: lang === 'zh' ? tag['x-name-zh'] : tag.name,
			description: lang === 'zh' ? tag['x-description-zh'] : tag.description,
			operations: all
				.filter(({ operation }) => operation.tags[0] === tag.name)
				.map((described) => docsOperation(described, { lang, origin }))
		})),
		schemas: Object.entries(api.components.schemas)
			.filter(([name]) => name !== 'RecordCode')
			.map(([name, schema]) => docsSchema(name, schema, apiTexts(lang)))
	};
}

function docsSchema(name: string, schema: Schema, texts: ApiTexts): DocsPage['schemas'][number] {
	return {
		name,
		description: schema.description ?? '',
		words: schema.properties ? [] : schemaWords(schema, texts),
		fields: fieldRows(schema, texts)
	};
}
