/** What the dialog shows: which keys there are, or where one can go. */
export type KeyboardMode = 'help' | 'find';
