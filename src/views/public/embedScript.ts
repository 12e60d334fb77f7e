import source from './embedScript.js?raw';

/** The script of `/embed.js`: its source without comments and indentation. It has comments on lines of their own only. */
export const embedScript = source
	.split('\n')
	.map((line) => line.trim())
	.filter((line) => line !== '' && !line.startsWith('//') && !line.startsWith('/**'))
	.join('\n');
