import type { RecordCode } from '#model/recordCodes.ts';
import { recordCodes } from '#model/recordCodes.ts';

/** The words around the description of the API on /docs. */
export const apiEn = {
	pageTitle: 'Offpeak API',
	title: 'API',
	lead: 'Send the calls of a phone line, read when its peaks are, and tell callers when to call.',
	machine: 'The same for programs, in OpenAPI 3.1:',
	/** Where the words of the description are English on a page in another language; empty in English. */
	inEnglish: '',
	contents: 'Contents',
	access: 'Keys and sign-in',
	accessLead: 'Either of the two will do. What is open to all needs neither.',
	keyName: 'Key',
	sessionName: 'Session',
	openToAll: 'Open to all: no key is needed.',
	needs: (scope: string) => `Needs a key with the scope ${scope}, or a signed-in person who may.`,
	parameters: 'Parameters',
	body: 'Body',
	examples: 'Examples',
	answers: 'Answers',
	answer: 'Answer',
	codes: 'Why a record is refused',
	codesLead:
		'Each refused record comes back with one of these codes. A code keeps its meaning; there may be new ones.',
	codeMeanings: recordCodes satisfies Record<RecordCode, string>,
	schemas: 'Data',
	schemasLead: 'The objects that go in and come out.',
	required: 'required',
	optional: 'optional',
	inPath: 'in the path',
	inQuery: 'in the query',
	usually: (value: string) => `usually ${value}`,
	or: 'or',
	listOf: 'list of',
	anything: 'any',
	types: {
		string: 'text',
		integer: 'whole number',
		number: 'number',
		boolean: 'true or false',
		object: 'object',
		array: 'list',
		null: 'null'
	},
	formats: { 'date-time': 'instant', date: 'date' },
	limited: (type: string, range: string) => `${type}, ${range}`,
	from: (least: string) => `at least ${least}`,
	upTo: (most: string) => `at most ${most}`,
	between: (least: string, most: string) => `${least} to ${most}`,
	characters: (range: string) => `${range} characters`,
	noBody: 'no body'
};

export type ApiTexts = Omit<typeof apiEn, 'codeMeanings'> & { codeMeanings: Record<RecordCode, string> };
