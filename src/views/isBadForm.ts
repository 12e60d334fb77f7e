/** Whether an error says that a request's body is not the form that it should be: that is its sender's fault. */
export function isBadForm(error: unknown): boolean {
	return (
		error instanceof TypeError &&
		/^(Failed to parse body as FormData|Content-Type was not one of "multipart\/form-data")/.test(
			error.message
		)
	);
}
