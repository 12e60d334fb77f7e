// A plain form: a script that arrives late would empty what somebody has typed already.
export const csr = false;
