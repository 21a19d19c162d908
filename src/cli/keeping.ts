import { commitFile, type Kept } from '../ci/commit.ts';
import { ROOT } from './folders.ts';

/**
 * In a workflow: keeps a file on the branch that the workflow runs for, and says where it went. The branch and the
 * token come from the environment that GitHub gives a job.
 */
export function keepFile(file: Pick<Kept, 'path' | 'message' | 'write'>): void {
  const { env } = process;
  const branch = env['GITHUB_REF_NAME'] ?? 'main';
  const aside = `kept-${file.path.replace(/^.*\/|\..*$/g, '')}`;
  const token = env['GITHUB_TOKEN'];
  const took = commitFile({ ...file, repository: ROOT, branch, aside, ...(token && { token }) });
  if (took === undefined) console.log(`${file.path} is as it was.`);
  else if (took === branch) console.log(`${file.path} is on ${branch}.`);
  else {
    const address = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}/compare/${branch}...${aside}?expand=1`;
    console.log(
      `::warning::${branch} takes no push of a workflow, so ${file.path} is on the branch ${aside}. Make a pull request of it: ${address}`,
    );
  }
}
