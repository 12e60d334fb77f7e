/** How a line is shown on other pages, each complete alone. */
export const embedLevels = ['script', 'iframe', 'image', 'link'] as const;
export type EmbedLevel = (typeof embedLevels)[number];
