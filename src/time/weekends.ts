/**
 * The weekend by country (ISO 3166-1), as weekdays 1 (Monday) to 7; where a country is not named: Saturday and
 * Sunday. After CLDR's `weekData`, and for BD, MV and PS, which it leaves out, their governments' week.
 */
const thursdayFriday = [4, 5];
const friday = [5];
const fridaySaturday = [5, 6];
const saturday = [6];
const sunday = [7];
const saturdaySunday = [6, 7];

const others: Record<string, readonly number[]> = {
	AF: thursdayFriday,
	BD: fridaySaturday,
	BH: fridaySaturday,
	DZ: fridaySaturday,
	EG: fridaySaturday,
	IL: fridaySaturday,
	IN: sunday,
	IQ: fridaySaturday,
	IR: friday,
	JO: fridaySaturday,
	KW: fridaySaturday,
	LY: fridaySaturday,
	MV: fridaySaturday,
	NP: saturday,
	OM: fridaySaturday,
	PS: fridaySaturday,
	QA: fridaySaturday,
	SA: fridaySaturday,
	SD: fridaySaturday,
	SY: fridaySaturday,
	UG: sunday,
	YE: fridaySaturday
};

export function isWeekend(country: string, weekday: number): boolean {
	return (others[country] ?? saturdaySunday).includes(weekday);
}
