import type { SimulatedCall } from '../simulation/arrival.ts';
import { arrivalTimes, type Slot } from '../simulation/arrivals.ts';
import { exponential, lognormal, type Draw } from '../simulation/distributions.ts';
import { patience } from '../simulation/patience.ts';
import type { Random } from '../simulation/random.ts';
import type { CallersDay, WalletArrival } from './walletArrival.ts';
import type { WalletLine } from './walletLine.ts';

/** People who use the wallet. */
const customers = 400_000;
/** Who was answered and must call again, who was not and does, and how much fewer do after each attempt. */
const again = { unsolved: 0.06, unanswered: 0.4, fatigue: 0.8 };

type Who = Pick<WalletArrival, 'caller' | 'topic' | 'attempt' | 'day'>;

/** What chance decides about the callers of a line. */
export function walletCallers(line: WalletLine) {
	const talk = lognormal(line.talk.mean, line.talk.variation);
	const wrap = lognormal(line.wrap.mean, line.wrap.variation);
	const hold = exponential(line.hold.mean);
	const stay = patience(lognormal(line.patience.mean, line.patience.variation), line.patience);
	const soon = lognormal(25 * 60, 0.8);
	const late = lognormal(150 * 60, 0.6);

	function arrival(at: number, who: Who, random: Random): WalletArrival {
		const topic = line.topics.find(({ slug }) => slug === who.topic);
		const talkSeconds = 5 + Math.round(talk(random) * (topic?.length ?? 1));
		const holdSeconds = random() < line.hold.share ? wholeSeconds(hold, random) : 0;
		const wrapSeconds = wholeSeconds(wrap, random);
		return {
			at,
			priority: topic?.priority ?? 0,
			serviceMs: (talkSeconds + holdSeconds) * 1000,
			wrapMs: wrapSeconds * 1000,
			...leaving(wholeSeconds(stay, random), random() < line.wayOut.share, (who.day.closeAt - at) / 1000),
			talkSeconds,
			holdSeconds,
			wrapSeconds,
			...who
		};
	}

	function leaving(seconds: number, takesWayOut: boolean, untilClose: number) {
		const { after, as } = line.wayOut;
		if (takesWayOut && after < Math.min(seconds, untilClose))
			return { leaveAfterMs: after * 1000, leaveAs: as };
		if (untilClose < seconds) return { leaveAfterMs: untilClose * 1000, leaveAs: 'timed_out' as const };
		return { leaveAfterMs: seconds * 1000, leaveAs: 'abandoned' as const };
	}

	return {
		/** The first calls of the callers of a day, in order. */
		*first(slots: Slot[], day: CallersDay, random: Random): Generator<WalletArrival, void, undefined> {
			for (const exactAt of arrivalTimes(random, slots)) {
				const who = { caller: number(random), topic: pickTopic(line, random), attempt: 1, day };
				yield arrival(Math.floor(exactAt / 1000) * 1000, who, random);
			}
		},
		/** The same caller's next call on the same day, if there is one. */
		again(call: SimulatedCall<WalletArrival>): WalletArrival | null {
			const { caller, topic, attempt, day } = call.arrival;
			const isAnswered = call.answeredAt !== null;
			const share = isAnswered ? again.unsolved : again.unanswered * again.fatigue ** (attempt - 1);
			if (call.endedAt === null || day.later() >= share) return null;
			const at = call.endedAt + wholeSeconds(isAnswered ? late : soon, day.later) * 1000;
			return at < day.lastAt ? arrival(at, { caller, topic, attempt: attempt + 1, day }, day.later) : null;
		}
	};
}

function wholeSeconds(draw: Draw, random: Random): number {
	return Math.max(1, Math.round(draw(random)));
}

/** A number that no network gives out: mobile numbers of China do not begin with 100. */
function number(random: Random): string {
	return `+86100${String(Math.floor(random() * customers)).padStart(8, '0')}`;
}

function pickTopic(line: WalletLine, random: Random): string {
	let rest = random();
	for (const { slug, share } of line.topics) if ((rest -= share) < 0) return slug;
	return line.topics[0]?.slug ?? '';
}
