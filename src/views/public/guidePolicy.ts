/**
 * What the browser lets the call guide do: show itself, and run its own two scripts, which may connect to nothing. So
 * what a caller writes down there cannot leave the browser, whatever those scripts hold.
 */
export const guidePolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'none'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'"
].join('; ');
