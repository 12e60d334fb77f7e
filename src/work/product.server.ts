import { writeAudit } from '#access/audit.server.ts';
import { keepAdministrator } from '#access/people.server.ts';
import { setUpToken } from '#access/setUp.server.ts';
import { parseSettings } from '#access/settings.ts';
import { Ingest } from '#ingest/acceptCalls.server.ts';
import { onClosing } from '#model/closing.ts';
import type { Settings } from '#model/settings.ts';
import { StartError } from '#model/startError.ts';
import { openDatabase, useDatabase, type Database } from '#records/database.server.ts';
import { seedCalendars } from '#records/seedCalendars.server.ts';
import { fillLevels } from '#rollups/fillLevels.server.ts';
import { hearOthers } from '#records/notices.server.ts';
import { keepEstimates, type Estimates } from './estimates.server.ts';
import { watchDisk } from './diskSpace.server.ts';
import { keepAlerts } from './keepAlerts.server.ts';
import { keepTold } from './keepTold.server.ts';
import { keepForecasts, type ForecastKeeper } from './forecasts.server.ts';
import { keepRetention } from './retention.server.ts';
import { keepIntake } from './intake.server.ts';
import { keepRejectBounds } from './rejects.server.ts';
import { keepTrails } from './trails.server.ts';

/** The running product: what every request works with. */
export interface Product {
	settings: Settings;
	database: Database;
	ingest: Ingest;
	/** The lines as they are now. */
	estimates: Estimates;
	forecasts: ForecastKeeper;
	/** The product's clock, milliseconds since 1970. */
	now(): number;
	/** The one-time link for the first administrator; null when there is one. */
	setUpPath: string | null;
}

let running: Product | null = null;

/** The running product; throws before it has started. */
export function product(): Product {
	if (!running) throw new Error('the product has not started');
	return running;
}

/** Opens the database, brings it to this version and makes the administrator of the settings. Throws StartError. */
export async function startProduct(say: (sentence: string) => void): Promise<Product> {
	const settings = parseSettings(process.env, Date.now());
	if ('error' in settings) throw new StartError(settings.error);
	const database = await openDatabase(settings, { product: true, say });
	onClosing(() => database.close());
	useDatabase(database);
	const now = () => Date.now() + settings.clockOffsetMs;
	await fillLevels(database, say);
	await seedCalendars(database, new Date(now()).toISOString().slice(0, 10));
	const endRetention = keepRetention(database, settings, now);
	const endTrails = keepTrails(database, now);
	const endRejects = keepRejectBounds(database);
	const disk = await watchDisk(settings);
	const ingest = new Ingest(database, settings, () => disk.problem());
	const endIntake = keepIntake(database, ingest.intake, now);
	await hearOthers(database);
	const estimates = await keepEstimates(database, now);
	const endTold = keepTold(database, estimates, now);
	const forecasts = keepForecasts(database, now);
	const endAlerts = keepAlerts(database, settings, { estimates, now });
	onClosing(async () => {
		await endAlerts();
		endRetention();
		endTrails();
		endRejects();
		disk.end();
		estimates.end();
		await endTold();
		await endIntake();
		await forecasts.end();
	});
	if (settings.admin) await keepTheAdministrator(database, settings.admin, now());
	const token = await setUpToken(database);
	running = {
		settings,
		database,
		estimates,
		ingest,
		forecasts,
		now,
		setUpPath: token === null ? null : `/set-up?token=${token}`
	};
	return running;
}

async function keepTheAdministrator(
	database: Database,
	admin: { email: string; password: string },
	now: number
): Promise<void> {
	const changed = await keepAdministrator(database, admin);
	if (!changed) return;
	const author = { who: 'OFFPEAK_ADMIN_EMAIL', by: 'command' } as const;
	await writeAudit(
		database,
		author,
		{ action: 'administrator of the settings', subject: changed.email },
		now
	);
}
