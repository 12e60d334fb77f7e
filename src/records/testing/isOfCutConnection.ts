import { isUnavailable } from '../isUnavailable.ts';
import { isDriverFault } from '../watchConnections.server.ts';

/**
 * Whether an error that nobody caught is one that the driver throws out of anybody's reach where a connection is cut, as
 * some tests do: the running product sees to these (watchConnections), a runner of tests would call them failures.
 * @param error as it came from the process of the test: no longer of its class
 */
export function isOfCutConnection(error: { name?: string; message: string; stack?: string }): boolean {
	const made = error.name === 'TypeError' ? new TypeError(error.message) : new Error(error.message);
	const again = Object.assign(made, error);
	return isUnavailable(again) || isDriverFault(again);
}
