import { Refusal } from './refusal.ts';
import type { Source } from './source.ts';

/** Whom a source is asked for, and how. */
export type Request = {
  /** Its name in a sentence. */
  service: string;
  url: string;
  accept: string;
  /** Seconds that it wants between two requests of ours. */
  pause: number;
  /** Hosts besides its own to which it may send us on. */
  mayLeadTo: readonly string[];
  /** What else one may do where it does not answer, at the end of a sentence: `, or give a BibTeX file`. */
  otherwise: string;
};

export type Identified = Exclude<Source, { kind: 'bibtex' }>;

type Service = {
  name: string;
  variable: string;
  origin: string;
  accept: string;
  pause?: number;
  mayLeadTo?: readonly string[];
  path: (id: string) => string;
};

const csl = 'application/vnd.citationstyles.csl+json';

/**
 * The services that know a kind of id, each asked only where the one before does not know it; and the
 * variables of the environment that put another server in their place, for a mirror or a test.
 *
 * arXiv: https://info.arxiv.org/help/api/user-manual.html and /api/tou.html (three seconds).
 * Crossref: https://api.crossref.org/swagger-ui/index.html. doi.org, for the DOIs of others, Zenodo's
 * among them: https://citation.doi.org/docs.html. OpenReview: https://docs.openreview.net/reference/api-v2.
 */
const services: Record<Identified['kind'], readonly Service[]> = {
  arxiv: [
    {
      name: 'arXiv',
      variable: 'DIGEST_ARXIV',
      origin: 'https://export.arxiv.org',
      accept: 'application/atom+xml',
      pause: 3,
      mayLeadTo: ['arxiv.org', 'export.arxiv.org'],
      // The subject class of an old identifier is no part of it here: `math/0601001`.
      path: (id) => `/api/query?id_list=${id.replace(/\.[A-Z]{2}\//, '/')}&max_results=1`,
    },
  ],
  doi: [
    {
      name: 'Crossref',
      variable: 'DIGEST_CROSSREF',
      origin: 'https://api.crossref.org',
      accept: 'application/json',
      path: (id) => `/works/${encodeURIComponent(id)}`,
    },
    {
      name: 'doi.org',
      variable: 'DIGEST_DOI',
      origin: 'https://doi.org',
      accept: csl,
      mayLeadTo: [
        ...['api.crossref.org', 'data.crossref.org', 'api.datacite.org'],
        ...['data.datacite.org', 'data.crosscite.org'],
      ],
      path: (id) => `/${id.split('/').map(encodeURIComponent).join('/')}`,
    },
  ],
  openreview: [
    {
      name: 'OpenReview',
      variable: 'DIGEST_OPENREVIEW',
      origin: 'https://api2.openreview.net',
      accept: 'application/json',
      path: (id) => `/notes?id=${encodeURIComponent(id)}`,
    },
  ],
};

/** The requests that answer for a source, in their order. @param environment may name other servers */
export function buildRequests(
  { kind, id }: Identified,
  environment: Readonly<Record<string, string | undefined>>,
): Request[] {
  return services[kind].map((service) => ({
    ...buildRequest(service, service.path(id), environment),
    otherwise: ', or give a BibTeX file',
  }));
}

/** The request for what arXiv has of many papers in one answer. @param ids without versions, for the newest */
export function buildVersionsRequest(
  ids: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Request {
  const [arxiv] = services.arxiv;
  if (arxiv === undefined) throw new Error('Nobody knows of arXiv.');
  const list = ids.map((id) => id.replace(/\.[A-Z]{2}\//, '/')).join(',');
  const path = `/api/query?id_list=${list}&max_results=${ids.length}`;
  return { ...buildRequest(arxiv, path, environment), otherwise: '' };
}

function buildRequest(
  { name, variable, origin, accept, pause = 0, mayLeadTo = [] }: Service,
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Omit<Request, 'otherwise'> {
  const url = URL.parse(environment[variable] ?? origin);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Refusal(`${variable} is no address. Write one such as ${origin}, or unset it.`, 2);
  }
  return { service: name, url: url.origin + path, accept, pause, mayLeadTo };
}

/**
 * Who asks, as the services want to know it: the site and where its people are reached.
 * Headers hold ASCII alone.
 */
export function buildUserAgent(
  site?: { name: string; url: string; contact?: string | undefined },
  command = 'npm run new',
): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]|[()\\]/g, '')
      .trim()
      .slice(0, 200);
  const name = plain(site?.name ?? '').replace(/[^\w.-]+/g, '-') || 'research-digest';
  const where = [site && `+${site.url}`, site?.contact].filter((part) => part !== undefined);
  return `${name}/1.0 (${[...where.map(plain), command].join('; ')})`;
}
