import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What `GET /metrics` tells, in Prometheus' terms. Here, at the bottom, so that every room can count what it does. */
export const registry = new Registry();

const registers = [registry];

export const measures = {
	records: new Counter({
		name: 'offpeak_records_total',
		help: 'Call records taken in, by what became of them.',
		labelNames: ['result'],
		registers
	}),
	rejects: new Counter({
		name: 'offpeak_rejects_total',
		help: 'Call records refused, by code.',
		labelNames: ['code'],
		registers
	}),
	lag: new Histogram({
		name: 'offpeak_record_lag_seconds',
		help: 'From the latest instant that a batch tells of to its arrival.',
		buckets: [1, 5, 15, 60, 300, 900, 3600, 86_400],
		registers
	}),
	batch: new Histogram({
		name: 'offpeak_batch_seconds',
		help: 'Commit of one batch of records with every figure they change.',
		buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
		registers
	}),
	batchRecords: new Histogram({
		name: 'offpeak_batch_records',
		help: 'Records in one batch.',
		buckets: [1, 10, 100, 1_000, 10_000],
		registers
	}),
	recordsWaiting: new Gauge({
		name: 'offpeak_records_waiting',
		help: 'Records that are read and wait to be committed.',
		registers
	}),
	bodies: new Gauge({
		name: 'offpeak_bodies_reading',
		help: 'Request bodies with records that are being read.',
		registers
	}),
	openStreams: new Gauge({
		name: 'offpeak_open_streams',
		help: 'Live streams that are open.',
		registers
	}),
	requests: new Histogram({
		name: 'offpeak_http_request_seconds',
		help: 'Requests by route, from the first byte to the answer’s head.',
		labelNames: ['method', 'route', 'status'],
		buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
		registers
	}),
	limited: new Counter({
		name: 'offpeak_rate_limited_total',
		help: 'Requests refused with 429, by what the limit is for.',
		labelNames: ['by'],
		registers
	}),
	pool: new Gauge({
		name: 'offpeak_pool_connections',
		help: 'Connections of this process to the database, by state.',
		labelNames: ['state'],
		registers
	}),
	freeBytes: new Gauge({
		name: 'offpeak_disk_free_bytes',
		help: 'Left on the disk of the embedded database’s data.',
		registers
	})
} as const;
