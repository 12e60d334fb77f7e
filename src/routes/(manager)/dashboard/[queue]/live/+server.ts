import { streamLive } from '#views/api/liveStream.server.ts';

export function GET(event) {
	return streamLive(event, { beats: true });
}
