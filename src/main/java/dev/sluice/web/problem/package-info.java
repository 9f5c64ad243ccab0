/** Shows failures to HTTP callers as problem+json (RFC 9457) with code and requestId. */
package dev.sluice.web.problem;
