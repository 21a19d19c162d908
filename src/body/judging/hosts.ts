import { distance } from 'fastest-levenshtein';
import { inLatin, lookOf } from '../parsing/confusables.ts';
import { excerpt, type Fault } from './report.ts';

type HostFault = Omit<Fault, 'offset'>;

/** Sites that summaries link to most, all of which speak https. */
const KNOWN = 'arxiv.org doi.org openreview.net github.com huggingface.co aclanthology.org'.split(
  ' ',
);
/** Honest sites whose names are near to one of these. */
const HONEST = new Set(['ar5iv.org', 'arxiv.net', 'github.io', 'gitlab.com', 'doi.com']);
const MAX_LENGTH = 2_000;

/**
 * Judges where a web address that is well formed leads: to a host made to look like another, to the writer's own
 * machine, or without encryption to a site that has it. Undefined where nothing is to be said.
 */
export function judgeHost(url: string): HostFault | undefined {
  if (url.length > MAX_LENGTH) return undefined;
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const host = parsed.hostname.toLowerCase().replace(/\.$/, '');
  if (isLocal(host)) {
    return {
      code: 'local-link',
      message: `\`${excerpt(host)}\` is a name within one machine or network, and no reader gets there.`,
      fix: 'Write the address at which everybody finds the page.',
    };
  }
  const meant = findMeant(host);
  if (meant !== undefined) {
    return {
      code: 'lookalike-link',
      message: `The address leads to \`${excerpt(host, 60)}\`, which is not \`${meant}\` but looks like it.`,
      fix: `Write \`https://${meant}${excerpt(parsed.pathname + parsed.search, 60)}\`, if that is meant.`,
    };
  }
  const secure = KNOWN.find((known) => host === known || host.endsWith(`.${known}`));
  if (parsed.protocol === 'https:' || secure === undefined) return undefined;
  return {
    severity: 'warning',
    code: 'insecure-link',
    message: `The address begins with \`http://\`, and ${secure} has \`https://\`.`,
    fix: `Write \`${excerpt(url.replace(/^http:/i, 'https:'), 80)}\`.`,
  };
}

/** Whether the text of a link is itself an address, of another site or another paper than the link leads to. */
export function judgeLinkText(text: string, url: string): HostFault | undefined {
  const shown = text.trim();
  const target = URL.parse(url);
  if (target === null || !/^https?:$/.test(target.protocol) || shown.length > MAX_LENGTH) {
    return undefined;
  }
  const written = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?=[/?#]|$)/u.exec(
    shown,
  );
  const host = written?.[1]?.toLowerCase() ?? '';
  const isAddress = /^https?:|\/|^www\./.test(shown) || KNOWN.includes(host);
  if (!/\s/.test(shown) && isAddress && host !== '' && siteOf(host) !== siteOf(target.hostname)) {
    return {
      code: 'misleading-link',
      message: `The link shows \`${excerpt(shown)}\` and leads to \`${excerpt(target.hostname, 60)}\`.`,
      fix: `Write what is there: \`[words](${excerpt(url, 80)})\`, or correct the address.`,
    };
  }
  const [named, linked] = [shown, target.pathname].map((one) => ARXIV_ID.exec(one)?.[1]);
  if (siteOf(target.hostname) !== 'arxiv.org' || named === linked || !named || !linked) {
    return undefined;
  }
  return {
    code: 'misleading-link',
    message: `The link shows \`${named}\` and leads to \`${linked}\`, another paper.`,
    fix: `Correct the one that is wrong: \`[${named}](https://arxiv.org/abs/${named})\`.`,
  };
}

const ARXIV_ID = /(?<!\d)(\d{4}\.\d{4,5})(?!\d)/;

/** The last two parts of a host: `export.arxiv.org` is arxiv.org. Names below `co.uk` and the like are one. */
function siteOf(host: string): string {
  return host.replace(/\.$/, '').split('.').slice(-2).join('.').replace(/^dx\./, '');
}

function isLocal(host: string): boolean {
  return (
    /^(?:localhost|.*\.(?:local|localhost|internal|lan))$/.test(host) ||
    /^(?:127|10|0)\.\d+\.\d+\.\d+$|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(
      host,
    ) ||
    /^\[(?:::1?|f[cd][\da-f]*:.*|fe80:.*)\]$/.test(host)
  );
}

/** The known site that a host is taken for and is not. */
function findMeant(host: string): string | undefined {
  const site = siteOf(host);
  if (KNOWN.includes(site) || HONEST.has(site)) return undefined;
  // `arxiv.org.example.com`, `arxiv.org-abs.example.com`
  const before = KNOWN.find((known) =>
    new RegExp(`^(?:www\\.)?${known.replace('.', '\\.')}[.-]`).test(host),
  );
  if (before !== undefined) return before;
  const read = decodeHost(site);
  const look = lookOf(read).toLowerCase();
  const plain = inLatin(read.normalize('NFKD')).replace(/\p{M}/gu, '');
  return KNOWN.find(
    (known) =>
      look === lookOf(known).toLowerCase() ||
      plain === known ||
      (known.length > 8 && isTypo(read, known)),
  );
}

/** One letter more, less or other, or two that changed places. */
function isTypo(written: string, known: string): boolean {
  if (Math.abs(written.length - known.length) > 1) return false;
  if (distance(written, known) === 1) return true;
  const at = [...known].findIndex((letter, index) => letter !== written[index]);
  const swapped =
    known.slice(0, at) + (known[at + 1] ?? '') + (known[at] ?? '') + known.slice(at + 2);
  return at >= 0 && swapped === written;
}

function decodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decodeLabel(label.slice(4)) : label))
    .join('.');
}

/** Punycode, RFC 3492, section 6.2; what is none stays as it is. */
function decodeLabel(label: string): string {
  const [base, tMin, tMax, skew, damp] = [36, 1, 26, 38, 700];
  const cut = label.lastIndexOf('-');
  const output = cut > 0 ? [...label.slice(0, cut)].map((one) => one.charCodeAt(0)) : [];
  let [code, index, bias] = [128, 0, 72];
  for (let at = cut > 0 ? cut + 1 : 0; at < label.length && at < 63;) {
    const before = index;
    for (let weight = 1, step = base; at < label.length; step += base) {
      const digit = parseInt(label[at] ?? '', base);
      at += 1;
      if (Number.isNaN(digit)) return label;
      // RFC 3492 counts letters first, then digits.
      const value = digit < 10 ? digit + 26 : digit - 10;
      index += value * weight;
      const limit = step <= bias ? tMin : step >= bias + tMax ? tMax : step - bias;
      if (value < limit) break;
      weight *= base - limit;
    }
    const length = output.length + 1;
    let delta = Math.floor((index - before) / (before === 0 ? damp : 2));
    delta += Math.floor(delta / length);
    let steps = 0;
    for (; delta > ((base - tMin) * tMax) / 2; steps += base)
      delta = Math.floor(delta / (base - tMin));
    bias = steps + Math.floor(((base - tMin + 1) * delta) / (delta + skew));
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return label;
    output.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...output);
}
