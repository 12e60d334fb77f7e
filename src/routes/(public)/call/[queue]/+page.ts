// The server writes the whole page; two small scripts of its own add what only a browser knows.
export const csr = false;
