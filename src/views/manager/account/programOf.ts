/** The browser and system that a `User-Agent` names, in words that people use; null where it names none of these. */
export function programOf(agent: string): string | null {
	const browser = first(agent, [
		[/\bEdg(e|A|iOS)?\//, 'Edge'],
		[/\bOPR\//, 'Opera'],
		[/MicroMessenger\//, 'WeChat'],
		[/\bFirefox\/|FxiOS\//, 'Firefox'],
		[/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
		[/\bSafari\//, 'Safari']
	]);
	const system = first(agent, [
		[/Windows/, 'Windows'],
		[/iPhone|iPad/, 'iOS'],
		[/Android/, 'Android'],
		[/Mac OS X/, 'macOS'],
		[/Linux|X11/, 'Linux']
	]);
	return [browser, system].filter(Boolean).join(' · ') || null;
}

function first(agent: string, known: [RegExp, string][]): string | undefined {
	return known.find(([pattern]) => pattern.test(agent))?.[1];
}
