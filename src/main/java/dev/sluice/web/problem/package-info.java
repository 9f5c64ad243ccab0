/** How failures look to HTTP callers: problem+json (RFC 9457) with code and requestId. */
package dev.sluice.web.problem;
