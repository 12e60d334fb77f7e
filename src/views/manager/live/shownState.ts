import type { Live } from '#views/api/live.ts';
import type { LiveState } from './followLive.ts';

/** `followed`: the connection lives, but who waits now is not known, so that nothing shown is live. */
export function shownState(link: LiveState, feed: Live['feed']): LiveState | 'followed' {
	return link === 'live' && (feed === 'unknown' || feed === 'late') ? 'followed' : link;
}
