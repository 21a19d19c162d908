import type { Problem } from '../problem.ts';
import { RECORD_FILE } from '../record/record.ts';
import { LOCK_FILE } from '../versions/lock.ts';
import { nearest } from '../body/nearest.ts';
import { judgeIssueId, judgeSlug, slugFrom } from '../schemas/slug.ts';
import type { Fault } from '../schemas/rule.ts';

/** What a file of the content folder is, told by its path alone. */
export type Location =
  | { kind: 'site' | 'tags' | 'about' }
  /** What the program keeps beside the content: what was published, the newest versions on arXiv. */
  | { kind: 'record' | 'versions' }
  | { kind: 'paper'; issue: string; slug: string }
  | { kind: 'issue'; issue: string }
  | { kind: 'person'; id: string }
  /** A picture or data beside a paper or an issue; `name` is its path from their folder on. */
  | { kind: 'picture'; issue: string; slug?: string; name: string }
  /** Not ours to judge: hidden files, a README. */
  | { kind: 'ignored' };

const folders = ['papers', 'issues', 'people'];
const companions = /\.(?:svg|png|jpe?g|webp|avif|gif|csv|json)$/;
// Names that Windows keeps for devices, whatever the ending.
const device = /^(?:aux|con|nul|prn|com\d|lpt\d)\./i;
const litter = /^(?:\.|Thumbs\.db$|desktop\.ini$)/i;

/**
 * @param path from the content folder on, with `/`: `papers/2025-01/titans/index.mdx`
 * @param folder the content folder as problems name it
 */
export function locate(path: string, folder = 'content'): Location | Problem {
  const parts = path.split('/');
  const problem = ({ code, says, fix }: Fault): Problem => {
    const message = `${path} ${says}.`;
    return { file: `${folder}/${path}`, line: 1, column: 1, severity: 'error', code, message, fix };
  };
  if (parts.some((part) => litter.test(part))) return { kind: 'ignored' };
  if (parts.length === 1) {
    if (path === 'site.yaml') return { kind: 'site' };
    if (path === 'tags.yaml') return { kind: 'tags' };
    if (path === 'about.mdx') return { kind: 'about' };
    if (path === RECORD_FILE) return { kind: 'record' };
    if (path === LOCK_FILE) return { kind: 'versions' };
    const meant = /^(site|tags)\.ya?ml$/i.exec(path)?.[1]?.toLowerCase();
    if (meant !== undefined) {
      return problem({
        code: 'misnamed-file',
        says: 'is not read under this name',
        fix: `Rename it to ${meant}.yaml.`,
      });
    }
    if (folders.includes(path)) {
      return problem({
        code: 'not-a-folder',
        says: 'is a file or a link, where a folder belongs',
        fix: 'Make it a folder.',
      });
    }
    return /\.mdx$/i.test(path) ? problem(misplaced) : { kind: 'ignored' };
  }
  const [top = '', ...rest] = parts;
  if (!folders.includes(top)) {
    const meant = nearest(top, folders);
    if (meant !== undefined) {
      return problem({
        code: 'misnamed-folder',
        says: `lies in \`${top}/\`, which is not read`,
        fix: `Rename the folder to \`${meant}/\`.`,
      });
    }
    return /\.mdx$/i.test(path) ? problem(misplaced) : { kind: 'ignored' };
  }
  const odd = rest.find(
    (part) => !/^[\w.-]+$/.test(part) || part.endsWith('.') || device.test(part),
  );
  if (odd !== undefined) {
    return problem({
      code: 'odd-file-name',
      says: `has a name that some systems cannot keep: \`${odd.replace(/[\p{C}`]/gu, '?')}\``,
      fix: `Rename it, for example to \`${safeName(odd)}\`.`,
    });
  }
  const found = top === 'people' ? locatePerson(rest) : locateText(top, rest);
  return 'says' in found ? problem(found) : found;
}

const misplaced: Fault = {
  code: 'misplaced-file',
  says: 'is in no place where a text is read',
  fix: 'A summary is `papers/<issue>/<slug>/index.mdx`, an introduction `issues/<issue>/index.mdx`, the text about the site `about.mdx`.',
};

function safeName(name: string): string {
  const match = /^(.*?)(\.[A-Za-z0-9]+)?$/su.exec(name);
  const stem = slugFrom(match?.[1] ?? '') || 'name';
  return `${device.test(`${stem}.`) ? `${stem}-1` : stem}${match?.[2]?.toLowerCase() ?? ''}`;
}

function locatePerson(parts: string[]): Location | Fault {
  const [name = ''] = parts;
  const match = /^(.+)\.yaml$/.exec(name);
  if (parts.length > 1 || match === null) {
    const stem = name.replace(/\.[^.]*$/, '');
    return {
      code: 'not-a-person',
      says: 'is not the file of a person',
      fix: `A person is \`people/<id>.yaml\`${slugFrom(stem) === '' ? '' : `: \`people/${slugFrom(stem)}.yaml\``}.`,
    };
  }
  const id = match[1] ?? '';
  const fault = judgeSlug(id);
  return fault === undefined
    ? { kind: 'person', id }
    : { ...fault, says: `has a bad name: \`${id}\` ${fault.says}` };
}

function locateText(top: string, parts: string[]): Location | Fault {
  const paper = top === 'papers';
  const form = paper ? 'papers/<issue>/<slug>/index.mdx' : 'issues/<issue>/index.mdx';
  const depth = paper ? 2 : 1;
  const name = parts.slice(depth).join('/');
  if (name === '') {
    return {
      code: 'misplaced-file',
      says: `lies outside the folder of ${paper ? 'a paper' : 'an issue'}`,
      fix: `Move it to where it belongs: \`${form}\` has its pictures beside it.`,
    };
  }
  const [issue = '', slug = ''] = parts;
  const issueFault = judgeIssueId(issue);
  if (issueFault !== undefined) {
    return { ...issueFault, says: `lies in a bad folder: \`${issue}\` ${issueFault.says}` };
  }
  const slugFault = paper ? judgeSlug(slug) : undefined;
  if (slugFault !== undefined) {
    return { ...slugFault, says: `lies in a bad folder: \`${slug}\` ${slugFault.says}` };
  }
  if (name === 'index.mdx')
    return paper ? { kind: 'paper', issue, slug } : { kind: 'issue', issue };
  if (companions.test(name)) {
    return paper ? { kind: 'picture', issue, slug, name } : { kind: 'picture', issue, name };
  }
  if (/\.(?:mdx?|markdown|txt)$/i.test(name)) {
    return {
      code: 'misnamed-file',
      says: 'is not read under this name',
      fix: `The text of ${paper ? 'a paper' : 'an issue'} is \`${form}\`, in small letters.`,
    };
  }
  return {
    code: 'unexpected-file',
    says: 'is neither a text nor a picture',
    fix: 'Take it out, or save it as one of svg, png, jpg, webp, avif, gif; csv or json for data, with a small-letter ending.',
  };
}
