import { expect, test } from 'vitest';
import { backtest } from './backtest.ts';
import { countryCalendar } from './countryCalendar.ts';
import { plainCalendar } from './forecastDay.ts';
import { loadSeries } from './loadSeries.ts';
import { naiveMethods } from './naiveWeek.ts';
import { forecastWorlds } from './worlds.ts';

test.each(forecastWorlds(1))(
	'in the world $name it does not lose to the best naive method by more than 3 %',
	({ zone, country, points, trainDays, horizonDays }) => {
		const calendar = country === null ? plainCalendar : countryCalendar(country);
		const series = loadSeries(zone, points);
		// The whole of it is `npm run bench -- forecast`; these are its first forecasts.
		const days = series.days.slice(0, Math.min(series.days.length, trainDays + horizonDays + 30));
		const { methods } = backtest({ ...series, days }, { calendar, trainDays, horizonDays });
		const best = Math.min(...naiveMethods.map((name) => methods[name].wape ?? Infinity));
		expect(methods.offpeak.wape).toBeLessThan(1.03 * best);
		expect(methods.offpeak.coverage80).toBeGreaterThan(0.7);
		expect(methods.offpeak.coverage80).toBeLessThan(0.9);
	}
);
