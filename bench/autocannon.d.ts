/** As much of autocannon 9 as is used here: it brings no types. */
declare module 'autocannon' {
	function autocannon(options: autocannon.Options): Promise<autocannon.Result>;
	namespace autocannon {
		interface Request {
			method: string;
			path?: string;
			headers?: Record<string, string>;
			body?: string;
			setupRequest?: (request: Request) => Request;
		}
		interface Options {
			url: string;
			connections: number;
			/** Seconds. */
			duration: number;
			requests: Request[];
		}
		interface Result {
			errors: number;
			non2xx: number;
			/** `average`: a second. */
			requests: { average: number; total: number };
			/** Seconds. */
			duration: number;
			/** Milliseconds. */
			latency: { p99: number };
		}
	}
	export default autocannon;
}
