/** What comes in is counted by stretches of five minutes; each is named by its number since 1970. */
export const slotMs = 300_000;
export const slotsADay = 288;

export const slotOf = (at: number) => Math.floor(at / slotMs);
export const slotStart = (slot: number) => slot * slotMs;
