const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `07-21` or `07:30-21:00` as minutes after 00:00, the end out; undefined for anything else. */
export function parseHours(text: string): [fromMinute: number, toMinute: number] | undefined {
	const [, fromHour, fromMinute, toHour, toMinute] =
		/^(\d\d?)(?::(\d\d))?-(\d\d?)(?::(\d\d))?$/.exec(text) ?? [];
	const from = Number(fromHour) * 60 + Number(fromMinute ?? 0);
	const to = Number(toHour) * 60 + Number(toMinute ?? 0);
	return from < to && to <= 1440 ? [from, to] : undefined;
}

/** `mon-fri`, `sun-thu` or `mon,wed` as weekdays, 1 (Monday) to 7; undefined for anything else. */
export function parseDays(text: string): ReadonlySet<number> | undefined {
	const days = new Set<number>();
	for (const part of text.toLowerCase().split(',')) {
		const [first = '', last = first, ...more] = part.trim().split('-');
		const [from, to] = [weekdays.indexOf(first), weekdays.indexOf(last)];
		if (from === -1 || to === -1 || more.length > 0) return undefined;
		for (let day = from; ; day = (day + 1) % 7) {
			days.add(day + 1);
			if (day === to) break;
		}
	}
	return days;
}

/** A whole number above 0. */
export function parseWhole(text: string): number | undefined {
	return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
