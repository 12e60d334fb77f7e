import { randomBytes } from 'node:crypto';

/** Of one request, for OpenTelemetry. Times in ms since 1970. */
export interface Span {
	name: string;
	startAt: number;
	endAt: number;
	method: string;
	path: string;
	route: string | null;
	status: number;
	/** `traceparent` of the request (W3C Trace Context), if it had one. */
	parent: string | null;
}

export interface TraceSettings {
	/** `OTEL_EXPORTER_OTLP_ENDPOINT`, such as `http://127.0.0.1:4318`. */
	endpoint: string;
	/** `OTEL_EXPORTER_OTLP_HEADERS`: `name=value,name=value`. */
	headers: string;
	/** `OTEL_SERVICE_NAME` */
	service: string;
}

export interface Traces {
	add(span: Span): void;
	/** Sends what is left. */
	end(): Promise<void>;
}

const everyMs = 5_000;
/** More than this between two sendings are dropped: whoever collects them is away or too slow. */
const mostSpans = 2_000;

/**
 * Sends a span for each request to a collector, as OTLP 1.x over HTTP in JSON. Only what that takes, since the SDK of
 * OpenTelemetry brings a hundred packages; a collector that does not answer costs nothing but its spans.
 */
export function keepTraces(settings: TraceSettings, say: (sentence: string) => void): Traces {
	const url = `${settings.endpoint.replace(/\/+$/, '')}/v1/traces`;
	const headers = { ...headersOf(settings.headers), 'content-type': 'application/json' };
	let spans: Span[] = [];
	let told = false;
	const send = async () => {
		const sending = spans.splice(0);
		if (sending.length === 0) return;
		try {
			const body = JSON.stringify(otlp(settings.service, sending));
			const response = await fetch(url, {
				method: 'POST',
				headers,
				body,
				signal: AbortSignal.timeout(4_000)
			});
			await response.arrayBuffer();
			if (!response.ok) throw new Error(`it answered with ${response.status}`);
			told = false;
		} catch (error) {
			if (!told)
				say(`Traces cannot be sent to ${url}: ${error instanceof Error ? error.message : String(error)}.`);
			told = true;
		}
	};
	const timer = setInterval(send, everyMs).unref();
	return {
		add: (span) => void (spans.length < mostSpans && spans.push(span)),
		async end() {
			clearInterval(timer);
			await send();
			spans = [];
		}
	};
}

function otlp(service: string, spans: Span[]) {
	return {
		resourceSpans: [
			{
				resource: { attributes: [attribute('service.name', service)] },
				scopeSpans: [{ scope: { name: 'offpeak' }, spans: spans.map(otlpSpan) }]
			}
		]
	};
}

function otlpSpan({ name, startAt, endAt, method, path, route, status, parent }: Span) {
	const [, traceId, parentSpanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(parent ?? '') ?? [];
	return {
		traceId: traceId ?? randomBytes(16).toString('hex'),
		spanId: randomBytes(8).toString('hex'),
		...(parentSpanId && { parentSpanId }),
		name,
		// SERVER
		kind: 2,
		startTimeUnixNano: nanoseconds(startAt),
		endTimeUnixNano: nanoseconds(endAt),
		attributes: [
			attribute('http.request.method', method),
			attribute('url.path', path),
			...(route === null ? [] : [attribute('http.route', route)]),
			{ key: 'http.response.status_code', value: { intValue: status } }
		],
		status: { code: status >= 500 ? 2 : 0 }
	};
}

const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } });

const nanoseconds = (at: number) => `${BigInt(Math.round(at * 1000)) * 1000n}`;

function headersOf(text: string): Record<string, string> {
	return Object.fromEntries(
		text
			.split(',')
			.map((pair) => pair.split('='))
			.flatMap(([name = '', ...value]) =>
				name.trim() === '' ? [] : [[name.trim(), decodeURIComponent(value.join('=').trim())]]
			)
	);
}
