import { naiveMethods } from './naiveWeek.ts';

/** All ways to forecast that are compared: the naive ones and Offpeak's own. */
export const methodNames = [...naiveMethods, 'offpeak'] as const;
export type MethodName = (typeof methodNames)[number];
