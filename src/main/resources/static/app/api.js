// The API as the pages use it: one address, the session's cookie, and problems as errors.

const ROOT = '/api/v1';
const signedOut = new EventTarget();
let csrfToken = null;

/** A refusal: what the API says of it, or that it could not be reached. */
export class Refusal extends Error {
  constructor(problem, retryAfter = null) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.retryAfter = retryAfter; // seconds; null if it need not be tried again
  }
}

/** Answers with what the API does; `body` is sent as JSON. */
export async function call(method, path, body, more = {}) {
  const headers = { Accept: 'application/json', ...csrf(), ...more };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await reached(fetch(ROOT + path, { method, headers, body: body && JSON.stringify(body) }));
  if (response.status === 204) {
    return null;
  }
  const answer = await response.json().catch(() => ({ title: response.statusText }));
  if (!response.ok) {
    if (response.status === 401) {
      signedOut.dispatchEvent(new Event('end'));
    }
    throw new Refusal(answer, response.status === 429 ? Number(response.headers.get('Retry-After')) || 1 : null);
  }
  return answer;
}

/** The same for one call of many: it waits whenever there are too many of them. */
export async function callPatiently(...request) {
  for (;;) {
    try {
      return await call(...request);
    } catch (refusal) {
      if (!refusal.retryAfter) {
        throw refusal;
      }
      await new Promise(go => setTimeout(go, 1000 * refusal.retryAfter));
    }
  }
}

export const get = path => call('GET', path);

/** The same where the answer is plain text. */
export async function getText(path) {
  const response = await reached(fetch(ROOT + path));
  if (!response.ok) {
    throw new Refusal(await response.json().catch(() => ({ title: response.statusText })));
  }
  return response.text();
}

/** What proves that a request comes from these pages. */
export function csrf() {
  return csrfToken ? { 'X-CSRF-Token': csrfToken } : {};
}

/** Logs in by `{ key }`, `{ password }` or `{ invitation }`. */
export async function logIn(proof) {
  return remember(await call('POST', '/session', proof));
}

/** The present session; null if there is none. */
export async function session() {
  try {
    return remember(await get('/session'));
  } catch (refusal) {
    if (refusal.problem.status === 401) {
      return null;
    }
    throw refusal;
  }
}

export async function logOut() {
  await call('DELETE', '/session');
  csrfToken = null;
}

/** Calls back when a session is over. */
export function onSignedOut(action) {
  signedOut.addEventListener('end', action);
  return () => signedOut.removeEventListener('end', action);
}

function remember(session) {
  csrfToken = session.csrfToken;
  return session;
}

async function reached(fetching) {
  try {
    return await fetching;
  } catch {
    throw new Refusal({ code: 'unreachable' });
  }
}
