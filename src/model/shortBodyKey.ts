/**
 * Under this key the server in front of the application leaves, on the request, a short body that it has taken out of
 * it. The two are built apart, so it is a symbol that both find by name.
 */
export const shortBodyKey = Symbol.for('offpeak.shortBody');
