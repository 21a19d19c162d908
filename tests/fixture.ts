import { readBuilt } from '../src/cli/builder.ts';
import { runChild, type Ending } from '../src/cli/child.ts';
import { serve, type Served } from '../src/cli/server.ts';

/** Runs a command of ours on a content folder, in `cwd`. */
export function runCommand(
  command: string,
  args: string[],
  content: string,
  cwd = process.cwd(),
): Promise<Ending> {
  return runChild(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd,
    env: { DIGEST_CONTENT: content },
    limit: 120_000,
  });
}

export type Fixture = Served;

/** Builds a site from `tests/fixtures/<name>` and serves it. */
export async function buildFixture(name: string): Promise<Fixture> {
  const folder = `.cache/test/site-${name}`;
  const args = ['--outDir', folder];
  const { code, output } = await runCommand('build', args, `tests/fixtures/${name}`);
  if (code !== 0) throw new Error(output);
  return await serve({ folder, base: readBuilt(folder)?.base ?? '/' });
}
