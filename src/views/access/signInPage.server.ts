import { providerName, providerProblems } from './provider.server.ts';

/** What the page to sign in shows beside its form. */
export function signInPage(url: URL, to: string) {
	const problem = url.searchParams.get('provider');
	return {
		to,
		provider: providerName(),
		providerProblem: providerProblems.find((name) => name === problem) ?? null
	};
}
