import { correction, generate } from 'lean-qr';

/** White around the code, in modules: what readers need to find it (ISO/IEC 18004). */
const quietZone = 4;

/**
 * An address as a QR code: always black on white, since cameras read it, with error correction M (it still reads with
 * 15 % of it covered).
 */
export function qrSvg(address: string, title: string): string {
	const code = generate(address, { minCorrectionLevel: correction.M });
	const size = code.size + 2 * quietZone;
	const said = title.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" ` +
		`shape-rendering="crispEdges" role="img" aria-label="${said}"><title>${said}</title>` +
		`<path fill="#fff" d="M0 0h${size}v${size}H0z"/>` +
		`<path d="${runs(code.size, (x, y) => code.get(x, y))}"/></svg>`
	);
}

/** The dark modules as a path: one box for each run in a row. */
function runs(size: number, isDark: (x: number, y: number) => boolean): string {
	let path = '';
	for (let y = 0; y < size; y++)
		for (let x = 0; x < size; x++) {
			if (!isDark(x, y)) continue;
			const startX = x;
			while (isDark(x + 1, y)) x++;
			const length = x - startX + 1;
			path += `M${startX + quietZone} ${y + quietZone}h${length}v1h-${length}z`;
		}
	return path;
}
