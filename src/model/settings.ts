/** The product's settings, read once from the environment (api.md lists them). */
export interface Settings {
	host: string;
	port: number;
	origin: string | null;
	databaseUrl: string | null;
	dataDir: string;
	apiKey: string | null;
	admin: { email: string; password: string } | null;
	zone: string;
	country: string;
	retentionDays: number | null;
	/** How long refused records are kept. */
	rejectsDays: number;
	/** How long the log of changes is kept. */
	auditDays: number;
	/** A session from which nothing was asked for so long has ended; 0: only its age ends it. */
	sessionIdleHours: number;
	/** Who has to sign in with a passkey, or through the identity provider; null: a password is enough. */
	demandPasskey: 'admins' | 'everybody' | null;
	/** Whether addresses that managers give may lead into the own network (alerts, the check of a page). */
	allowPrivateAddresses: boolean;
	/** Where mail is handed in, and whom it is from; null: none is sent. */
	smtp: { url: string; from: string } | null;
	/** The identity provider (OpenID Connect) through which people may sign in. */
	oidc: { issuer: string; clientId: string; clientSecret: string } | null;
	/** Callers' numbers are hashed with another key each year, and the keys of past years are thrown away. */
	callerKeyYearly: boolean;
	/** Checks the signature of Twilio's callbacks; null: they need the key only. */
	twilioAuthToken: string | null;
	/** How many proxies stand in front, each of which adds to `X-Forwarded-For`. */
	proxies: number;
	/** Requests a minute for each key and each person; 0: no limit. */
	keyRate: number;
	/** Requests a minute without a key from each address; 0: no limit. */
	addressRate: number;
	/** With less left on the disk of the data, nothing is taken in any more; 0: whatever happens. */
	minFreeMb: number;
	log: 'text' | 'json';
	/** Where spans of requests go (OpenTelemetry); null: nowhere. */
	traces: { endpoint: string; headers: string; service: string } | null;
	/** How far the product's clock stands ahead of the machine's, in milliseconds (`OFFPEAK_NOW`). */
	clockOffsetMs: number;
}
