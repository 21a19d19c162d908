import { readFileSync } from 'node:fs';
import { isCurrent, runSchema, writeComment, type Forge } from '../../ci/github.ts';
import { writeOutputs } from '../../ci/outputs.ts';
import { makePreview } from '../../ci/preview.ts';

/** A variable of the environment; ends the process where there is none. */
type Variable = (key: string) => string;

/** Makes the preview that the event is about, and hands on the comment and where it belongs. */
export async function preview(variable: Variable): Promise<void> {
  const { PREVIEW_SITE: site = '', PREVIEW_TOKEN: token = '' } = process.env;
  const api = process.env['NETLIFY_API_URL'] ?? 'https://api.netlify.com/api/v1';
  const event = JSON.parse(readFileSync(variable('GITHUB_EVENT_PATH'), 'utf8')) as unknown;
  const outcome = await makePreview(readForge(variable), runSchema.parse(event), {
    ...(site !== '' && token !== '' && { host: { api, site, token } }),
    runs: `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/`,
  });
  if ('none' in outcome) {
    console.log(outcome.none);
    return;
  }
  const { number, sha, comment: text } = outcome;
  writeOutputs({ number: String(number), sha, comment: JSON.stringify(text) });
}

/** Writes the comment, unless its commit is not the newest any more. */
export async function comment(variable: Variable): Promise<void> {
  const number = Number(variable('NUMBER'));
  const forge = readForge(variable);
  if (await isCurrent(forge, number, variable('SHA'))) {
    await writeComment(forge, number, String(JSON.parse(variable('COMMENT'))));
  } else console.log('There is a newer commit.');
}

function readForge(variable: Variable): Forge {
  const api = variable('GITHUB_API_URL');
  return { api, repository: variable('GITHUB_REPOSITORY'), token: variable('GITHUB_TOKEN') };
}
