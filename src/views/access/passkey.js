// Passkeys need the browser's own dialog, so they need scripts; whoever has none signs in with a password. What a page
// holds for them is hidden until it is known that this browser can (WebAuthn 3, https://www.w3.org/TR/webauthn-3/).

for (const place of document.querySelectorAll('[data-passkey]'))
	if (place instanceof HTMLElement && isPossible()) start(place);

/** Passkeys are for names of hosts, not for addresses of machines, and for secure pages only. */
function isPossible() {
	return window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);
}

/** @param {HTMLElement} place */
function start(place) {
	const { passkey = '', address = '', to = '', failed = '' } = place.dataset;
	const status = place.querySelector('[role=status]');
	const name = place.querySelector('input');
	place.hidden = false;
	place.querySelector('button')?.addEventListener('click', async (event) => {
		event.preventDefault();
		if (status) status.textContent = '';
		try {
			const asked = await json(await fetch(address));
			const credential = passkey === 'new' ? await make(asked.options) : await find(asked.options);
			const sent = {
				token: asked.token,
				credential,
				...(to ? { to } : {}),
				...(name ? { name: name.value } : {})
			};
			const headers = { 'content-type': 'application/json' };
			const done = await json(await fetch(address, { method: 'POST', headers, body: JSON.stringify(sent) }));
			location.assign(done.to ?? location.href);
		} catch {
			if (status) status.textContent = failed;
		}
	});
}

/** @param {Response} response */
async function json(response) {
	if (!response.ok) throw new Error(`answered ${response.status}`);
	return response.json();
}

/** @param {any} options as the server's JSON has them */
async function make(options) {
	const publicKey = {
		...options,
		challenge: bytes(options.challenge),
		user: { ...options.user, id: bytes(options.user.id) },
		excludeCredentials: (options.excludeCredentials ?? []).map(withBytes)
	};
	const made = await navigator.credentials.create({ publicKey });
	if (!(made instanceof PublicKeyCredential)) throw new Error('none was made');
	const { response } = made;
	if (!(response instanceof AuthenticatorAttestationResponse)) throw new Error('none was made');
	return {
		...named(made),
		response: {
			clientDataJSON: base64url(response.clientDataJSON),
			attestationObject: base64url(response.attestationObject),
			transports: response.getTransports?.() ?? []
		}
	};
}

/** @param {any} options */
async function find(options) {
	const publicKey = {
		...options,
		challenge: bytes(options.challenge),
		allowCredentials: (options.allowCredentials ?? []).map(withBytes)
	};
	const found = await navigator.credentials.get({ publicKey });
	if (!(found instanceof PublicKeyCredential)) throw new Error('none was given');
	const { response } = found;
	if (!(response instanceof AuthenticatorAssertionResponse)) throw new Error('none was given');
	return {
		...named(found),
		response: {
			clientDataJSON: base64url(response.clientDataJSON),
			authenticatorData: base64url(response.authenticatorData),
			signature: base64url(response.signature),
			userHandle: response.userHandle && base64url(response.userHandle)
		}
	};
}

/** @param {PublicKeyCredential} credential */
function named(credential) {
	return {
		id: credential.id,
		rawId: base64url(credential.rawId),
		type: credential.type,
		clientExtensionResults: {}
	};
}

/** @param {any} credential */
function withBytes(credential) {
	return { ...credential, id: bytes(credential.id) };
}

/** @param {string} text */
function bytes(text) {
	const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

/** @param {ArrayBuffer} buffer */
function base64url(buffer) {
	const plain = String.fromCharCode(...new Uint8Array(buffer));
	return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
