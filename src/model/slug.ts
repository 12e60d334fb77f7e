/** What no queue may be called, since in addresses it means all of them. */
export const reservedSlug = 'all';

/**
 * The slug `[a-z0-9-]{1,64}` of a queue's name. A slug is its own slug. Other names lose accents, case and signs; where
 * letters would be lost altogether (支付, or 支付 VIP) or the name is too long, six characters of the name's hash keep
 * two different names apart. A queue called "all" becomes `queue-all`.
 */
export function slugOf(name: string): string {
	const slug = slugPattern.test(name) ? name : madeSlug(name);
	return slug === reservedSlug ? `queue-${reservedSlug}` : slug;
}

function madeSlug(name: string): string {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
	const lost = /[^\P{L}a-z]|[^\P{N}0-9]/u.test(plain);
	if (slug === '') return `queue-${shortHash(name)}`;
	if (lost || slug.length > 64) return `${slug.slice(0, 57).replace(/-$/, '')}-${shortHash(name)}`;
	return slug;
}

export const slugPattern = /^[a-z0-9-]{1,64}$/;

/** Six characters of the FNV-1a hash of the text: to tell names apart, not to hide them. */
function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36).padStart(6, '0').slice(-6);
}
