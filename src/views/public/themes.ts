/** The shades of the widget; `auto` is the reader's own. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
