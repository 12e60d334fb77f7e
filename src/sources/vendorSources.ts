import { amazonConnect } from './amazonConnect.ts';
import { freeswitchCallcenter } from './freeswitchCallcenter.ts';
import { genesysCloud } from './genesysCloud.ts';
import type { Source, SourceOptions } from './source.ts';
import { threeCx } from './threeCx.ts';
import { vcon } from './vcon.ts';
import { zendeskTalk } from './zendeskTalk.ts';

/** Sources of what phone systems write, by the name that `?format=` has for them. README.md has a row for each. */
export const vendorSources: Record<string, (options: SourceOptions) => Source> = {
	'3cx': threeCx,
	'amazon-connect': amazonConnect,
	'freeswitch-callcenter': freeswitchCallcenter,
	'genesys-cloud': genesysCloud,
	vcon,
	'zendesk-talk': zendeskTalk
};
