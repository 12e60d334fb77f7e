import type { previewAction } from './importActions.server.ts';

/** What the page shows of a file, as its action gives it. */
export type ShownPreview = Extract<
	Awaited<ReturnType<typeof previewAction>>,
	{ preview: unknown }
>['preview'];

export type ShownTable = NonNullable<ShownPreview['table']>;
