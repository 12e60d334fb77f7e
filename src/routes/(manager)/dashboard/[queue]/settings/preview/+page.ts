// Shown in a frame beside the form, to be looked at only.
export const csr = false;
