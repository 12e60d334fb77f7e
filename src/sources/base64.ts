/** The UTF-8 text that base64 or base64url holds; null where it is none. */
export function decodedBase64(encoded: string): string | null {
	try {
		const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
		return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
	} catch {
		return null;
	}
}
