import { renderHeaders } from '../headers.ts';
import { ARTEFACT_LIMITS, readArtefact, type Artefact } from './artefact.ts';
import { isContentAlone } from './changed-paths.ts';
import { renderComment } from './comment.ts';
import {
  downloadArtefact,
  findPullRequest,
  isCurrent,
  listTouched,
  MOST_FILES,
  type Forge,
  type RunEvent,
} from './github.ts';
import { deployDraft, type Host } from './netlify.ts';

/** A preview that was made, or the sentence that says why there is none. */
export type Outcome = { number: number; sha: string; comment: string } | { none: string };

/**
 * Makes the preview of the pull request that a run was for, and the comment that shows it. Only a pull request that
 * leaves the program alone gets one: its artefact was made by the program and the workflow of the base branch.
 * Throws where the artefact is not as it should be.
 *
 * @param host where previews go; without it the comment alone is made
 * @param runs the address of the repository's runs, with a slash at its end
 */
export async function makePreview(
  forge: Forge,
  event: RunEvent,
  { host, runs }: { host?: Host | undefined; runs: string },
): Promise<Outcome> {
  const { id, head_sha: sha } = event.workflow_run;
  const number = await findPullRequest(forge, event);
  if (number === undefined) return { none: 'No open pull request has this commit as its newest.' };
  const touched = await listTouched(forge, number);
  if (touched === undefined) {
    return { none: `Pull request ${number} changes more than ${MOST_FILES} files.` };
  }
  if (!isContentAlone(touched)) {
    return {
      none: `Pull request ${number} changes the program, so its site is shown to nobody unseen.`,
    };
  }
  const archive = await downloadArtefact(forge, id, ARTEFACT_LIMITS.bytes / 2);
  if (archive === undefined) return { none: 'The run made no preview.' };
  const artefact = readArtefact(archive);
  // What was judged must be what the run was for: a commit pushed meanwhile has a run of its own.
  if (!(await isCurrent(forge, number, sha))) return { none: 'There is a newer commit.' };
  const { changes } = artefact;
  const origin = host && (await deployDraft(host, layOut(artefact)));
  const address = origin === undefined ? undefined : `${origin}${changes.base}`;
  return { number, sha, comment: renderComment({ changes, sha, address, run: `${runs}${id}` }) };
}

/** The files of a host: the site below its base path, the pictures beside it, headers that are ours. */
export function layOut({ changes: { base }, site, pictures }: Artefact): Map<string, Buffer> {
  const below = base.slice(1);
  const missing = site.get('404.html');
  return new Map([
    ...[...site].map(([path, bytes]) => [`${below}${path}`, bytes] as const),
    ...(missing === undefined ? [] : [['404.html', missing] as const]),
    ...[...pictures].map(([name, bytes]) => [`preview-pictures/${name}.png`, bytes] as const),
    ['_headers', Buffer.from(renderHeaders(base, { preview: true }))],
    ['robots.txt', Buffer.from('User-agent: *\nDisallow: /\n')],
  ]);
}
