import type { Lang } from './lang.ts';
import { en, type PeopleTexts } from './people.en.ts';
import { zh } from './people.zh.ts';

export type { PeopleTexts };

export function peopleTexts(lang: Lang): PeopleTexts {
	return lang === 'zh' ? zh : en;
}
