/** A number of calls that is written already, with its noun: `1 call`, `1,204 calls`. */
export const callCount = (count: string) => (count === '1' ? '1 call' : `${count} calls`);
