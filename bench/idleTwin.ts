import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that does nothing but look how late its event loop is: what the machine itself adds, ms. */
export interface IdleTwin {
	/** p99 since the last look. */
	look(): Promise<number>;
	end(): Promise<void>;
}

const program = `
	const { monitorEventLoopDelay } = require('node:perf_hooks');
	const delay = monitorEventLoopDelay({ resolution: 10 });
	delay.enable();
	process.on('message', () => {
		process.send(delay.percentile(99) / 1e6);
		delay.reset();
	});
	process.on('disconnect', () => process.exit(0));
`;

/** Measures as the product does (prom-client), in a process of its own beside it. */
export function startIdleTwin(): IdleTwin {
	const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
	return {
		async look() {
			child.send('look');
			const [ms] = await once(child, 'message');
			return Number(ms);
		},
		async end() {
			child.disconnect();
			await once(child, 'exit');
		}
	};
}
