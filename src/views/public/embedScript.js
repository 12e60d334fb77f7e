// Puts the widget where the tag stands:
//   <div style="min-height: 450px"><script async src="https://…/embed.js" data-queue="wallet"></script>
//   <noscript><a href="https://…/call/wallet">Best time to call</a></noscript></div>
// Attributes: data-queue, data-lang, data-theme, data-topic, data-accent, data-height, data-title.
// The frame has its height before the widget loads, so that nothing on the page moves (the outer element holds the
// place until this script is there); later only what the widget's own document asks for is followed, within bounds. Sent without comments and indentation (embedScript.ts).
(() => {
	const current = document.currentScript;
	const scripts = current ? [current] : document.querySelectorAll('script[data-queue][src*="/embed.js"]');
	for (const script of scripts)
		if (script instanceof HTMLScriptElement && !script.dataset.placed) place(script);

	/** @param {HTMLScriptElement} script */
	function place(script) {
		const { queue, lang, theme, topic, accent, height, title } = script.dataset;
		if (!queue) return console.error('embed.js: data-queue is missing');
		script.dataset.placed = '1';
		const spoken = (lang || document.documentElement.lang).trim();
		const zh = /^zh/i.test(spoken);
		const url = new URL(`embed/${encodeURIComponent(queue.trim())}?fit=1`, script.src);
		const asked = { lang: spoken && (zh ? 'zh' : 'en'), theme, topic, accent };
		for (const [name, value] of Object.entries(asked)) if (value) url.searchParams.set(name, value.trim());

		const frame = document.createElement('iframe');
		const width = script.parentElement?.clientWidth || 999;
		const reserved = Number(height) || (width < 300 ? 590 : width < 360 ? 520 : width < 560 ? 450 : 410);
		let changes = 0;
		frame.title = title || (zh ? '最佳来电时间' : 'Best time to call');
		frame.loading = 'lazy';
		frame.referrerPolicy = 'no-referrer';
		frame.style.cssText = `display:block;width:100%;min-width:240px;border:0;height:${reserved}px`;
		if (theme === 'light' || theme === 'dark') frame.style.colorScheme = theme;
		frame.src = url.href;
		addEventListener('message', ({ source, origin, data }) => {
			if (source !== frame.contentWindow || origin !== url.origin) return;
			const asked = data?.offpeak?.height;
			if (!(asked > 0) || changes++ > 40) return;
			frame.style.height = `${Math.max(reserved, Math.min(asked, 2000))}px`;
		});
		script.after(frame);
	}
})();
