import type { Mail } from './build.ts';

/** What is told of a request that came to nothing: a sentence for the one who typed the command. */
export class ProviderError extends Error {}

export type Access = {
  /** A key of the API, which nothing here ever prints. */
  token: string;
  /** The API, another only in tests. */
  origin?: string;
  /** Milliseconds for one request. */
  limit?: number;
};

export type Draft = {
  id: string;
  /** Whether there was none before. */
  isNew: boolean;
};

/** In the metadata of a draft: whose issue it is, so that the next run finds it. */
const MARKER = 'digest_issue';
/** The version of the API that this was written for: https://docs.buttondown.com/api-changelog */
const VERSION = '2026-04-01';
const ORIGIN = 'https://api.buttondown.com';
const NAME = 'Buttondown';

/** What the address to unsubscribe is put in the place of: https://docs.buttondown.com/template-variables */
export const UNSUBSCRIBE = '{{ unsubscribe_url }}';

/**
 * Markup that is sent as it is, where it would else be taken for Markdown: https://docs.buttondown.com/naked-mode and
 * https://docs.buttondown.com/buttondown-editor-mode
 */
const AS_IT_IS = '<!-- buttondown-editor-mode: naked -->\n';

/** Statuses of mails that are on their way or were sent: there is nothing left to draft. */
const GONE = ['about_to_send', 'scheduled', 'in_flight', 'sent'] as const;

const MOST_PAGES = 20;

/** What would be sent: the whole body of the request but for the markup. */
export function describeDraft(
  issue: string,
  mail: Pick<Mail, 'subject'>,
  page: string,
): Record<string, unknown> {
  return {
    // Its templates begin with two braces here too, where no reference to a character helps.
    subject: mail.subject.replace(/\{(?=[{%#])/g, '{ '),
    // Buttondown sends to everybody at once what has no status.
    status: 'draft',
    canonical_url: page,
    metadata: { [MARKER]: issue },
  };
}

/**
 * Makes the one draft of an issue, or changes it where it is there; a mail that was sent or is about to be stays, and
 * the refusal says so. Nothing is sent to anybody. https://docs.buttondown.com/api-emails-introduction
 *
 * @param page address of the issue
 * @throws ProviderError
 */
export async function saveDraft(
  issue: string,
  mail: Mail,
  page: string,
  access: Access,
): Promise<Draft> {
  for (const status of GONE) {
    if (await findMail(issue, status, access)) {
      throw new ProviderError(
        `The mail of ${issue} is at ${NAME} already and is no draft any more (${status}). Nothing was changed.`,
      );
    }
  }
  const found = await findMail(issue, 'draft', access);
  const body = { ...describeDraft(issue, mail, page), body: AS_IT_IS + mail.html };
  const path = found === undefined ? '/v1/emails' : `/v1/emails/${encodeURIComponent(found)}`;
  const saved = await request(found === undefined ? 'POST' : 'PATCH', path, access, body);
  const { id, status } = read(saved, 'id', 'status');
  if (id === undefined) throw odd();
  if (status !== 'draft') {
    throw new ProviderError(
      `${NAME} says that the mail is no draft (${status ?? 'no status'}). Look at it there, now: https://buttondown.com/emails`,
    );
  }
  return { id, isNew: found === undefined };
}

/** The id of the mail of an issue that has this status. */
async function findMail(
  issue: string,
  status: string,
  access: Access,
): Promise<string | undefined> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await request('GET', `/v1/emails?status=${status}&page=${page}`, access);
    const { results, next } = (answer ?? {}) as { results?: unknown; next?: unknown };
    if (!Array.isArray(results)) throw odd();
    for (const one of results as unknown[]) {
      const { id } = read(one, 'id');
      const { metadata, status: own } = (one ?? {}) as { metadata?: unknown; status?: unknown };
      // Where the server knows no such filter, everything comes back.
      const isMeant = read(metadata, MARKER)[MARKER] === issue && (own ?? status) === status;
      if (isMeant && id !== undefined) return id;
    }
    if (typeof next !== 'string' || results.length === 0) return undefined;
  }
  return undefined;
}

async function request(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  { token, origin = ORIGIN, limit = 30_000 }: Access,
  body?: object,
): Promise<unknown> {
  const signal = AbortSignal.timeout(limit);
  let answer: { status: number; text: string; wait: string };
  try {
    const response = await fetch(origin + path, {
      method,
      signal,
      // A key goes to nobody else.
      redirect: 'error',
      headers: {
        accept: 'application/json',
        authorization: `Token ${token}`,
        'x-api-version': VERSION,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    answer = {
      status: response.status,
      text: await response.text(),
      wait: response.headers.get('retry-after') ?? '',
    };
  } catch {
    // What fetch says may hold what was sent.
    throw new ProviderError(
      signal.aborted
        ? `${NAME} did not answer within ${limit / 1000} seconds. Whether the draft was saved is not known; run the command again.`
        : `${NAME} cannot be reached from here. Nothing was changed.`,
    );
  }
  if (answer.status >= 400) throw explain(answer);
  try {
    return JSON.parse(answer.text) as unknown;
  } catch {
    throw odd();
  }
}

function explain({ status, text, wait }: { status: number; text: string; wait: string }) {
  const said = sentence(text);
  switch (status) {
    case 401:
      return new ProviderError(
        `${NAME} does not know the key in BUTTONDOWN_API_KEY (401). Copy it from https://buttondown.com/keys.`,
      );
    case 402:
    case 403:
      return new ProviderError(
        `The key in BUTTONDOWN_API_KEY may not do this (${status})${said}. It needs write access to emails; mails in markup of one’s own need a plan that has “naked mode”.`,
      );
    case 404:
      return new ProviderError(
        `${NAME} has no such mail any more (404). Run the command again, and it makes a new draft.`,
      );
    case 429: {
      const when = /^\d{1,6}$/.test(wait) ? `in ${wait} seconds` : 'in a few minutes';
      return new ProviderError(
        `${NAME} has had too many requests with this key (429). Try again ${when}.`,
      );
    }
  }
  return new ProviderError(
    status >= 500
      ? `${NAME} has a fault of its own (${status}). Try again later.`
      : `${NAME} did not take the mail (${status})${said}.`,
  );
}

/** What the service says of a refusal, as the end of a sentence: its \`detail\`, without anything that moves a cursor. */
function sentence(text: string): string {
  let detail: string | undefined;
  try {
    ({ detail } = read(JSON.parse(text), 'detail'));
  } catch {
    // A page for people, which says nothing in a line.
  }
  const plain = (detail ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return plain === '' ? '' : `: ${[...plain].slice(0, 200).join('').replace(/\.$/, '')}`;
}

function odd(): ProviderError {
  return new ProviderError(
    `${NAME} answered in a form that is not known here. A proxy or a login may stand in between.`,
  );
}

/** Of something unknown, the values under some keys that are texts. */
function read<Key extends string>(value: unknown, ...keys: Key[]): Partial<Record<Key, string>> {
  const known: Partial<Record<Key, string>> = {};
  if (typeof value !== 'object' || value === null) return known;
  for (const key of keys) {
    const found: unknown = Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
    if (typeof found === 'string') known[key] = found;
  }
  return known;
}
