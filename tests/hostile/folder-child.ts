import { Judge } from '../rules/examples.ts';
import { complete } from '../rules/folder.ts';
import { folders } from './folders.ts';
import { setGuard } from './guard.ts';

/** What came of a folder: the code of each error, what ran, and the most memory so far, in megabytes. */
export type FolderOutcome = { codes: string[]; active: string[]; megabytes: number; text: string };

const guard = setGuard();
const judge = new Judge();
try {
  for (const { files } of Object.values(folders)) {
    const problems = await judge.judge(complete(await files()));
    const errors = problems.filter(({ severity }) => severity === 'error');
    const outcome: FolderOutcome = {
      codes: [...new Set(errors.map(({ code }) => code))].sort(),
      active: guard.take(),
      megabytes: process.resourceUsage().maxRSS / 1000,
      text: JSON.stringify(problems),
    };
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
} finally {
  judge.close();
}
