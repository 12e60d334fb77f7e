// Puts the widget where the tag stands. The elements around it hold its place until it is there, and the link is what
// those see whose browser does not run the script:
//   <div style="container-type:inline-size;width:100%"><div style="min-height:clamp(430px,940px - 130cqw,620px)">
//   <a href="https://…/call/wallet">Best time to call</a>
//   <script async src="https://…/embed.js" data-queue="wallet"></script></div></div>
// Attributes: data-queue, data-lang, data-theme, data-topic, data-accent, data-height, data-title.
// The frame has its height before the widget loads, so that nothing on the page moves; later only what the widget's
// own document asks for is followed, within bounds. Sent without comments and indentation (embedScript.ts).
(() => {
	const file = /embed(\/v[\d.]+)?\.js.*/;
	const current = document.currentScript;
	// There is no current script inside a shadow root, nor in a module.
	if (current instanceof HTMLScriptElement) place(current);
	else seek(document);

	/** @param {ParentNode} root */
	function seek(root) {
		for (const one of root.querySelectorAll('*')) {
			if (one.shadowRoot) seek(one.shadowRoot);
			if (one instanceof HTMLScriptElement && one.dataset.queue && file.test(one.src)) place(one);
		}
	}

	/** @param {HTMLScriptElement} script */
	function place(script) {
		const { queue, lang, theme, topic, accent, height, title, placed } = script.dataset;
		if (placed) return;
		if (!queue) return console.error('embed.js: data-queue is missing');
		script.dataset.placed = '1';
		const base = script.src.replace(file, '');
		const spoken = (lang || script.closest('[lang]')?.lang || document.documentElement.lang).trim();
		const zh = /^zh/i.test(spoken);
		const width = above(script)?.clientWidth || 999;
		const reserved = Number(height) || Math.max(430, Math.min(940 - 1.3 * width, 620));
		const frame = document.createElement('iframe');
		let shown = reserved;
		let changes = 0;
		frame.title = title || (zh ? '最佳来电时间' : 'Best time to call');
		frame.loading = 'lazy';
		frame.referrerPolicy = 'no-referrer';
		frame.style.cssText = `display:block;width:100%;min-width:240px;border:0;height:${reserved}px`;
		const load = () => {
			const url = new URL(`${base}embed/${encodeURIComponent(queue.trim())}?fit=1`);
			const shade = /^(light|dark)$/.test(theme ?? '') ? theme : shadeOf(script);
			const asked = { lang: spoken && (zh ? 'zh' : 'en'), theme: shade, topic, accent };
			for (const [name, value] of Object.entries(asked)) if (value) url.searchParams.set(name, value.trim());
			frame.style.colorScheme = shade || '';
			if (frame.src !== url.href) frame.src = url.href;
		};
		load();
		matchMedia('(prefers-color-scheme:dark)').onchange = load;
		// The page's own sheets may have come after this script.
		addEventListener('load', load);
		addEventListener('message', ({ source, origin, data }) => {
			if (source !== frame.contentWindow || origin !== new URL(base).origin) return;
			const asked = data?.offpeak?.height;
			if (!(asked > 0)) return;
			const next = Math.max(reserved, Math.min(asked, 2000));
			if (next !== shown && changes++ < 40) frame.style.height = `${(shown = next)}px`;
		});
		const link = script.previousElementSibling;
		if (link instanceof HTMLAnchorElement && link.href.startsWith(`${base}call/`)) link.remove();
		script.after(frame);
	}

	/**
	 * The shade of what is seen behind the widget: of the first element around it that has a colour, else of the
	 * page's canvas. Nothing for a colour in a notation that is not rgb.
	 * @param {HTMLScriptElement} script
	 */
	function shadeOf(script) {
		script.style.color = 'Canvas';
		let colour = getComputedStyle(script).color;
		for (let at = above(script); at; at = above(at)) {
			const behind = getComputedStyle(at).backgroundColor;
			if (/, 0(\.[0-4]\d*)?\)$/.test(behind)) continue;
			colour = behind;
			break;
		}
		const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
		if (/^rgb/.test(colour)) return red * 3 + green * 6 + blue < 1280 ? 'dark' : 'light';
	}

	/**
	 * The element around another one, out of shadow roots too.
	 * @param {Element} element
	 * @returns {Element | undefined}
	 */
	function above(element) {
		const root = element.getRootNode();
		return element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
	}
})();
