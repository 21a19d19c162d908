import { shown } from './line.ts';
import { Refusal } from './refusal.ts';
import type { Request } from './services.ts';

/** What came back: a text, or nothing because there is no network, or because the service knows no such thing. */
export type Answer = { text: string } | 'offline' | 'unknown';

export type Asking = {
  userAgent: string;
  /** Milliseconds for the whole of a request. */
  limit?: number;
};

/** Far more than the facts of five thousand authors take. */
const maxBytes = 5_000_000;
const maxRedirects = 3;
const offline = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'],
  ...['EADDRNOTAVAIL', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'],
]);

/** Makes one request, following a service within its own hosts only. Throws a refusal that says what went wrong. */
export async function ask(
  request: Request,
  { userAgent, limit = 20_000 }: Asking,
): Promise<Answer> {
  const { service, otherwise } = request;
  const signal = AbortSignal.timeout(limit);
  try {
    const response = await follow(request, userAgent, signal);
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return 'unknown';
    }
    const refused = explainStatus(request, response);
    if (refused !== undefined) {
      await response.body?.cancel();
      throw new Refusal(refused);
    }
    return { text: await readText(response, service) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted) {
      throw new Refusal(
        `${service} did not answer within ${limit / 1000} seconds. Try again later${otherwise}.`,
      );
    }
    const code = codeOf(error);
    if (offline.has(code)) return 'offline';
    throw new Refusal(
      `The connection to ${service} broke (${shown(code || String(error))}). Try again${otherwise}.`,
    );
  }
}

async function follow(
  { service, url, accept, mayLeadTo }: Request,
  userAgent: string,
  signal: AbortSignal,
): Promise<Response> {
  let at = new URL(url);
  for (let redirects = 0; ; redirects += 1) {
    const headers = { accept, 'user-agent': userAgent };
    const response = await fetch(at, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, at.href);
    if (redirects === maxRedirects) {
      throw new Refusal(`${service} sends us round in circles. Try again later.`);
    }
    const isAllowed =
      next?.origin === at.origin ||
      (next?.protocol === 'https:' && mayLeadTo.includes(next.hostname));
    if (next === null || !isAllowed) {
      const where = next === null || next.host === '' ? location : next.host;
      throw new Refusal(
        `${service} sends us on to ${shown(where)}, which is not followed. A proxy or a login may stand in between.`,
      );
    }
    at = next;
  }
}

function explainStatus(
  { service, otherwise }: Request,
  { status, headers }: Response,
): string | undefined {
  if (status === 429) {
    const seconds = headers.get('retry-after') ?? '';
    const when = /^\d{1,6}$/.test(seconds) ? `in ${seconds} seconds` : 'in a few minutes';
    return `${service} has had too many requests from here (429). Try again ${when}.`;
  }
  if (status === 401 || status === 403) {
    return `${service} does not show this to everybody (${status}).${otherwise === '' ? '' : ' Give a BibTeX file instead.'}`;
  }
  // 407, a proxy's own, never comes this far: fetch takes it for a broken connection.
  if (status === 511) {
    return `Between here and ${service} stands a login (${status}). Log in there${otherwise}.`;
  }
  if (status >= 500) {
    return `${service} has a fault of its own (${status}). Try again later${otherwise}.`;
  }
  if (status !== 200) return `${service} did not take the question (${status}).`;
  return undefined;
}

/** The body as UTF-8, given up as soon as it is too long. */
async function readText(response: Response, service: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new Refusal(
        `The answer of ${service} is longer than ${maxBytes / 1_000_000} MB, more than any paper needs, and was not read.`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The code of a failed connection; where several addresses were tried, that of the first. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { cause } = error;
  const inner = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  const { code } = { code: '', ...(error as { code?: unknown }), ...(inner as { code?: unknown }) };
  return typeof code === 'string' ? code : '';
}

/** Whether a text is a page for people, as proxies and logins send it in the place of data. */
function isWebPage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(text);
}

/** What to say of an answer that is not in the form it should have. */
export function explainOdd(
  service: string,
  text: string,
  otherwise = ', or give a BibTeX file',
): Refusal {
  return new Refusal(
    isWebPage(text)
      ? `What came from ${service} is a web page, not data. A proxy or a login may stand in between.`
      : `${service} answered in a form that is not known here. Try again later${otherwise}.`,
  );
}
