/**
 * Under this key the application tells the server in front of it, on the request, which of its routes answers. The two
 * are built apart, so it is a symbol that both find by name.
 */
export const routeKey = Symbol.for('offpeak.route');
