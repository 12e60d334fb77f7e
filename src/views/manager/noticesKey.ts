/** By this name the notices above a queue's pages are asked for again. */
export const noticesKey = 'offpeak:notices';
