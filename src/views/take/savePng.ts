/** How much finer the PNG is than the SVG's own pixels, so that it is sharp on screens and in print. */
const finer = 2;

/** Draws a picture that this server gives as SVG, and saves it as a PNG of the same name. Throws where it cannot be drawn. */
export async function savePng(svgHref: string): Promise<void> {
	const image = new Image();
	image.src = svgHref;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = image.naturalWidth * finer;
	canvas.height = image.naturalHeight * finer;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('this browser draws no pictures');
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!blob) throw new Error('the picture is too large');
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = nameOf(svgHref);
	link.click();
	// Not at once: the browser may not have begun to read it.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function nameOf(svgHref: string): string {
	const query = new URL(svgHref, location.href).searchParams;
	const page = new URL(query.get('of') ?? '/', location.href).pathname;
	const place = Number(query.get('place') ?? '0') + 1;
	return `${[...page.split('/').slice(2), 'chart', place].join('-')}.png`;
}
