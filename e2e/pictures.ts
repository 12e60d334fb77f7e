import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Locator } from '@playwright/test';

/*
 * Pictures are kept in e2e/pictures/ of what tests of words and tables do not see. Browsers draw letters as the fonts
 * of a machine and its settings say: so a machine compares them only if it draws a sample as the one did that made them.
 * Made anew where a change is meant: npm run e2e -- e2e/shapes.test --update-snapshots
 */

const keptRendering = new URL('pictures/rendering.json', import.meta.url);
let told = false;

/** Holds a part of a page against its kept picture, where that can be compared. */
export async function looksAsKept(part: Locator, name: string): Promise<void> {
	const drawn = await rendering(part.page().context());
	const isMaking = ['all', 'changed'].includes(test.info().config.updateSnapshots);
	if (isMaking) mkdirSync(new URL('.', keptRendering), { recursive: true });
	if (isMaking) writeFileSync(keptRendering, `${JSON.stringify({ rendering: drawn }, null, '\t')}\n`);
	const kept: { rendering: string } | null = existsSync(keptRendering)
		? JSON.parse(readFileSync(keptRendering, 'utf8'))
		: null;
	if (kept?.rendering !== drawn) {
		const sentence =
			'Kept pictures are not compared: this machine draws letters otherwise than where they were made.';
		test.info().annotations.push({ type: 'pictures', description: sentence });
		if (!told) console.log(sentence);
		told = true;
		return;
	}
	// Nothing is pointed at.
	await part.page().mouse.move(0, 0);
	await expect(part).toHaveScreenshot(`${name}.png`, { animations: 'disabled', maxDiffPixelRatio: 0.005 });
}

let sampled: string | null = null;

/** What a sample of letters and lines looks like here, as a hash of its pixels' file. */
async function rendering(context: BrowserContext): Promise<string> {
	if (sampled !== null) return sampled;
	const page = await context.newPage();
	await page.setViewportSize({ width: 400, height: 120 });
	const sans = /--sans:\s*([^;]+);/.exec(readFileSync('src/app.css', 'utf8'))?.[1];
	await page.setContent(
		`<body style="font:16px ${sans?.replaceAll('"', "'")}">Waits 0123456789 % – <b>peaks</b>
		<p lang="zh-CN">支付失败，等候 12 分 30 秒</p><svg height="20"><circle cx="9" cy="9" r="8"/></svg>`
	);
	sampled = createHash('sha256')
		.update(await page.screenshot())
		.digest('hex');
	await page.close();
	return sampled;
}
