import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import type { ServiceHours } from '#model/queue.ts';
import { countryDays } from '#time/calendar.ts';
import { contactPoint } from './contactPoint.ts';

/** What schema.org says of the types used here, as far as a shape can say it; nothing else may be in it. */
const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const address = { type: 'string', format: 'uri' };
const day = { enum: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] };
const closedObject = (properties: object, required: string[]) => ({
	type: 'object',
	properties,
	required,
	additionalProperties: false
});
const openingHours = closedObject(
	{
		'@type': { const: 'OpeningHoursSpecification' },
		dayOfWeek: { type: 'array', items: day, minItems: 1, uniqueItems: true },
		opens: time,
		closes: time,
		validFrom: { type: 'string', format: 'date' },
		validThrough: { type: 'string', format: 'date' }
	},
	['@type', 'opens', 'closes']
);
const schema = closedObject(
	{
		'@context': { const: 'https://schema.org' },
		'@type': { const: 'Organization' },
		name: { type: 'string', minLength: 1 },
		url: address,
		contactPoint: closedObject(
			{
				'@type': { const: 'ContactPoint' },
				name: { type: 'string', minLength: 1 },
				contactType: { type: 'string' },
				url: address,
				telephone: { type: 'string', pattern: '^\\+?[0-9][0-9 ()./-]*$' },
				areaServed: { type: 'string', pattern: '^[A-Z]{2}$' },
				hoursAvailable: { type: 'array', items: openingHours }
			},
			['@type', 'contactType', 'hoursAvailable']
		)
	},
	['@context', '@type', 'name', 'url', 'contactPoint']
);
const ajv = new Ajv({
	formats: { uri: (text: string) => URL.canParse(text), date: /^\d{4}-\d\d-\d\d$/ }
});

function data(hours: Partial<ServiceHours> = {}, today = '2026-06-16') {
	const line = officeLine();
	const queue = { ...line, hours: { ...line.hours, ...hours } };
	const root = 'https://calls.example';
	return contactPoint(queue, {
		lang: 'zh',
		today,
		calendar: countryDays('CN'),
		root,
		guide: `${root}/call/wallet`
	});
}

describe('the line as structured data', () => {
	it('has the shape that schema.org gives it', () => {
		expect(ajv.validate(schema, data()), ajv.errorsText()).toBe(true);
		expect(ajv.validate(schema, { ...data(), contactPoint: {} })).toBe(false);
	});

	it('has the number, and the hours with like days together', () => {
		const { contactPoint: point } = data({ sat: [['10:00', '24:00']] });
		expect(point.telephone).toBe('95188');
		expect(point.hoursAvailable.slice(0, 2)).toEqual([
			{
				'@type': 'OpeningHoursSpecification',
				dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
				opens: '09:00',
				closes: '18:00'
			},
			{ '@type': 'OpeningHoursSpecification', dayOfWeek: ['Saturday'], opens: '10:00', closes: '23:59' }
		]);
	});

	it('ends nights in the morning, and days that are whole at the last minute', () => {
		const { contactPoint: point } = data({ mon: [['22:00', '06:00']], tue: [['00:00', '24:00']] });
		expect(point.hoursAvailable.slice(0, 2).map(({ opens, closes }) => [opens, closes])).toEqual([
			['22:00', '06:00'],
			['00:00', '23:59']
		]);
	});

	it('knows the holidays and make-up workdays of the weeks to come', () => {
		const special = data({}, '2026-09-18').contactPoint.hoursAvailable.slice(1);
		expect(special).toContainEqual({
			'@type': 'OpeningHoursSpecification',
			opens: '00:00',
			closes: '00:00',
			validFrom: '2026-10-01',
			validThrough: '2026-10-01'
		});
		expect(special).toContainEqual({
			'@type': 'OpeningHoursSpecification',
			opens: '09:00',
			closes: '18:00',
			validFrom: '2026-10-10',
			validThrough: '2026-10-10'
		});
	});
});
