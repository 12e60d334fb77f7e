import { asteriskQueueLog } from './asteriskQueueLog.ts';
import { asteriskQueueLogCsv } from './asteriskQueueLogCsv.ts';
import { twilioTaskrouter } from './twilioTaskrouter.ts';
import type { EventSource, SourceOptions } from './source.ts';

/** Sources whose calls come in pieces, by the name that `?format=` has for them. README.md has a row for each. */
export const eventSources: Record<string, (options: SourceOptions) => EventSource> = {
	'asterisk-queue-log': asteriskQueueLog,
	'asterisk-queue-log-csv': asteriskQueueLogCsv,
	'twilio-taskrouter': twilioTaskrouter
};
