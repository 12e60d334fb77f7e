import { importAction, importPage, previewAction } from '#views/manager/importing/importActions.server.ts';

export const load = importPage;

export const actions = {
	preview: previewAction,
	check: (event) => importAction(event, { dryRun: true }),
	import: (event) => importAction(event, { dryRun: false })
};
