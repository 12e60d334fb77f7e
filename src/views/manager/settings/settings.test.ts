import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { walletQueues } from '#analysis/demo/wallet.ts';
import { formOf } from './queueForm.ts';
import Settings from './Settings.svelte';
import { mayChange, type Role } from './settingsPage.server.ts';

const [payments] = walletQueues;

function show(role: Role | undefined, problems: Record<string, string> = {}): string {
	const page = {
		slug: payments.slug,
		name: payments.name.en,
		form: formOf(payments),
		isPublic: true,
		mayChange: mayChange(role),
		done: null,
		zones: ['UTC']
	};
	return render(Settings, { props: { lang: 'en', page, form: null, problems } }).body;
}

describe('the settings page', () => {
	it('can be looked at by viewers, and changed by managers and administrators', () => {
		expect((['admin', 'manager', 'viewer', undefined] as const).map(mayChange)).toEqual([
			true,
			true,
			false,
			false
		]);
		expect(show('viewer')).toMatch(/<fieldset[^>]* disabled/);
		expect(show('viewer')).not.toMatch(/<button(?![^>]*disabled)[^>]*value="save"/);
		expect(show('manager')).not.toMatch(/<fieldset[^>]* disabled/);
	});

	it('saves with the Enter key: its first button does', () => {
		expect(/<button[^>]*>/.exec(show('admin'))?.[0]).toContain('value="save"');
	});

	it('leads from the list of problems to their fields', () => {
		const html = show('admin', { 'hours.mon.0.to': 'Wrong', zone: 'Unknown' });
		for (const id of ['field-hours-mon-0-to', 'field-zone']) {
			expect(html).toContain(`href="#${id}"`);
			expect(html).toContain(`id="${id}"`);
		}
	});
});
