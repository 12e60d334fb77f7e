/** One of two words, for a count that is written already. */
export const plural = (count: string, one: string, many: string) => (count === '1' ? one : many);
