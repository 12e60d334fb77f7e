import type { Transport } from '@sveltejs/kit';
import { Rows } from '#views/rows.ts';

export const transport: Transport = {
	rows: {
		encode: (value) => value instanceof Rows && JSON.stringify(value),
		decode: (text: string): unknown => JSON.parse(text)
	}
};
