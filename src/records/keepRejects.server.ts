import type { Database } from './database.server.ts';
import { rejectBounds, type RejectBounds } from './rejectBounds.ts';
import { storeRejects, type KeptReject } from './rejects.server.ts';

/** Keeps refused records, the latest ones of each source. */
export class RejectKeeper {
	private rejects = 0;
	private characters = 0;

	constructor(
		private readonly database: Pick<Database, 'sql' | 'db'>,
		private readonly bounds = rejectBounds
	) {}

	async keep(rejects: KeptReject[]): Promise<void> {
		if (rejects.length === 0) return;
		await storeRejects(this.database, rejects);
		this.rejects += rejects.length;
		for (const { text } of rejects) this.characters += text.length;
		const { step } = this.bounds;
		if (this.rejects < step.rejects && this.characters < step.characters) return;
		this.rejects = 0;
		this.characters = 0;
		await boundRejects(this.database, this.bounds);
	}
}

/** Drops the oldest rejects of each source that are beyond the bounds; how many there were. */
export async function boundRejects(
	{ sql }: Pick<Database, 'sql'>,
	{ ofSource, all }: RejectBounds
): Promise<number> {
	const { count } = await sql`
		delete from reject where id in (
			select id from (
				select id,
					row_number() over of_source n,
					sum(octet_length(text)) over of_source bytes,
					sum(octet_length(text)) over (order by id desc) all_bytes
				from reject
				window of_source as (partition by source order by id desc)
			) r
			where n > ${ofSource.rejects} or bytes > ${ofSource.bytes} or all_bytes > ${all.bytes}
		)`;
	return count;
}
