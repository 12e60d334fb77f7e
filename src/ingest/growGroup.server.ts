import type { CallStore } from './callStore.server.ts';
import { fitting, incomingOf, isLive, together, type Waiting } from './waitingBatch.server.ts';
import type { WaitingRoom } from './waitingRoom.server.ts';

/**
 * Takes into a group what comes while its transaction is under way; live calls end it, so that they are stored soon.
 * @param isOver the transaction has failed
 */
export async function growGroup(
	group: Waiting[],
	room: WaitingRoom,
	store: CallStore,
	isOver: () => boolean
): Promise<void> {
	let records = group.reduce((sum, { size }) => sum + size, 0);
	while (records < room.mostRecords && !group.some(isLive) && !isOver()) {
		const { live } = room;
		const candidates = fitting(live.length > 0 ? live : room.all.slice(0, 1), room.mostRecords - records);
		const joining = room.take(candidates.filter((one) => store.covers(incomingOf(one))));
		for (const one of joining) {
			group.push(one);
			records += one.size;
		}
		for (const ready of together(joining)) await store.add(ready);
		if (joining.length > 0) continue;
		const isSending = group.at(-1)?.lane.isOpen === true;
		if (room.all.length > 0 || !isSending || !(await room.moreComes(store.idle()))) return;
	}
}
