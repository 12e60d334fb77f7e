import { rejectBounds } from '#records/rejectBounds.ts';

/** What ingestion takes, as `GET /api/v1/limits` tells it and as the pipe applies it. */
export const limits = {
	record_bytes: 16 * 1024,
	json_body_bytes: 8 * 1024 * 1024,
	/** A compressed body may grow so many times; the first megabyte is free. */
	compression_ratio: 100,
	ahead_seconds: 300,
	longest_call_seconds: 14 * 86_400,
	idle_seconds: 30,
	/** Bodies with records that are read at the same time; senders of more are told to come back. */
	bodies_at_once: 200,
	batch_records: 10_000,
	errors_returned: 100,
	rejects_kept: rejectBounds.ofSource.rejects,
	rejects_kept_bytes: rejectBounds.ofSource.bytes
} as const;
