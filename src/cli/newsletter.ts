import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nearest } from '../body/nearest.ts';
import { assemble } from '../digest/assemble.ts';
import type { Edition } from '../digest/edition.ts';
import { oneLine } from '../digest/excerpt.ts';
import type { Issue } from '../digest/model.ts';
import { entryKinds, readEntries } from '../digest/read.ts';
import { describeDraft, ProviderError, saveDraft, UNSUBSCRIBE } from '../mail/buttondown.ts';
import { makeMail, type LoadedMail } from '../mail/load.ts';
import { readArguments, stop } from './arguments.ts';
import { findContent } from './content-paths.ts';
import { CACHE } from './folders.ts';
import { createProgress } from './progress.ts';

const USAGE = 'npm run newsletter -- 2025-01 [--draft] [--content folder]';

const HOW =
  'For drafts at Buttondown write `api: buttondown` under `newsletter`, and put your key into the environment as BUTTONDOWN_API_KEY.';

const { values, positionals } = readArguments(
  { content: { type: 'string' }, draft: { type: 'boolean' } },
  USAGE,
  true,
);
const [id, ...more] = positionals;
if (id === undefined || more.length > 0) stop(`Name one issue. Write: ${USAGE}`);

const content = findContent(values.content);
// Where what is made once is kept depends on it.
process.env['DIGEST_CONTENT'] = content;
const progress = createProgress(process.stderr);

try {
  const edition = await loadEdition();
  const issue = findIssue(edition, id);
  const mail = await progress.during(
    'Writing the mail',
    makeMail(edition, issue, { unsubscribe: UNSUBSCRIBE }),
  );
  if (values.draft === true) await draft(edition, issue, mail);
  else show(edition, issue, mail);
} catch (error) {
  if (!(error instanceof ProviderError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function loadEdition(): Promise<Edition> {
  const { edition, problems } = await assemble(content, readEntries(content, entryKinds));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (edition && errors === 0) return edition;
  console.error(
    `The content has ${errors === 1 ? 'an error' : `${errors} errors`}, and nothing goes out with one. See: npm run check`,
  );
  return process.exit(1);
}

function findIssue({ digest }: Edition, wanted: string): Issue {
  const issue = digest.issueById.get(wanted);
  if (issue) return issue;
  const ids = digest.issues.map((one) => one.id);
  const near = nearest(wanted, ids);
  const hint =
    near !== undefined
      ? ` Did you mean ${near}?`
      : ids.length > 0
        ? ` The newest are ${ids.slice(0, 3).join(', ')}.`
        : '';
  return stop(`There is no issue ${oneLine(wanted)}.${hint}`);
}

/** Writes the mail into a folder and says what would be sent where. */
function show(edition: Edition, issue: Issue, mail: LoadedMail): void {
  const folder = join(CACHE, 'newsletter', issue.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'email.html'), mail.html);
  writeFileSync(join(folder, 'email.txt'), mail.text);
  const { api } = edition.digest.site.newsletter ?? {};
  console.log(
    [
      `Nothing was sent. The mail of ${issue.id} is in ${relative('', folder)}: email.html (${Math.ceil(Buffer.byteLength(mail.html) / 1000)} kB), email.txt.`,
      ...(api === undefined
        ? [`site.yaml names nobody who sends it. ${HOW}`]
        : [
            'With --draft this becomes a draft at Buttondown, with email.html as its body:',
            JSON.stringify(describeDraft(issue.id, mail, pageOf(edition, issue)), undefined, 2),
          ]),
      published(edition),
    ].join('\n'),
  );
}

async function draft(edition: Edition, issue: Issue, mail: LoadedMail): Promise<void> {
  if (edition.digest.site.newsletter?.api === undefined)
    stop(`site.yaml names nobody who sends the newsletter. ${HOW}`);
  const token = process.env['BUTTONDOWN_API_KEY']?.trim() ?? '';
  if (!/^[\w.-]{8,200}$/.test(token)) {
    stop(
      `BUTTONDOWN_API_KEY ${token === '' ? 'is not set' : 'holds no key'}. Copy yours from https://buttondown.com/keys and put it into the environment, not into a file of the repository.`,
    );
  }
  const origin = process.env['DIGEST_BUTTONDOWN'];
  const saved = await progress.during(
    'Asking Buttondown',
    saveDraft(issue.id, mail, pageOf(edition, issue), { token, ...(origin && { origin }) }),
  );
  console.log(
    [
      `${saved.isNew ? 'Made a draft' : 'Changed the draft'} of ${issue.id} at Buttondown: https://buttondown.com/emails/${encodeURIComponent(saved.id)}`,
      'Nothing was sent. Open it there, send it to yourself, look at it, then send it to everybody.',
      published(edition),
    ].join('\n'),
  );
}

function pageOf({ routes }: Edition, issue: Issue): string {
  return routes.absolute(routes.issue(issue.id));
}

function published({ routes }: Edition): string {
  return `Its pictures and links are on ${routes.absolute(routes.home())}: publish the site with this issue first.`;
}
