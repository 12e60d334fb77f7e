import { crc32, deflateSync } from 'node:zlib';

/** A picture in sixteen steps from paper (0) to ink (15), row by row. */
export interface Pixels {
	width: number;
	height: number;
	steps: Uint8Array;
}

/** The picture as a PNG (RFC 2083) of four bits a pixel; its palette runs from paper to ink, both `#rrggbb`. */
export function png16(
	{ width, height, steps }: Pixels,
	{ paper, ink }: { paper: string; ink: string }
): Uint8Array<ArrayBuffer> {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Bit depth 4, colours from a palette; deflate, filters by row, not interlaced.
	header.set([4, 3, 0, 0, 0], 8);
	const rowBytes = Math.ceil(width / 2);
	const rows = Buffer.alloc((rowBytes + 1) * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const place = y * (rowBytes + 1) + 1 + (x >> 1);
			const step = steps[y * width + x] ?? 0;
			rows[place] = (rows[place] ?? 0) | (x % 2 ? step : step << 4);
		}
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('PLTE', palette(paper, ink)),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function palette(paper: string, ink: string): Buffer {
	const [from, to] = [Buffer.from(paper.slice(1), 'hex'), Buffer.from(ink.slice(1), 'hex')];
	const steps = Array.from({ length: 16 }, (_, step) =>
		[0, 1, 2].map((part) => {
			const [start, end] = [from[part] ?? 0, to[part] ?? 0];
			return Math.round(start + ((end - start) * step) / 15);
		})
	);
	return Buffer.from(steps.flat());
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
