import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a commit writes: text, bytes, a link to a target, a program; `undefined` takes a file away. */
export type Written = string | Buffer | { link: string } | { program: string } | undefined;

/** A real repository in a folder of its own. */
export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'repository-'));

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    const who = ['-c', 'user.name=Jo', '-c', 'user.email=jo@shore.example'];
    return execFileSync('git', ['-C', this.folder, ...who, '-c', 'commit.gpgsign=false', ...args], {
      encoding: 'utf8',
    });
  }

  commit(files: Record<string, Written>): void {
    for (const [name, written] of Object.entries(files)) {
      const path = join(this.folder, name);
      rmSync(path, { recursive: true, force: true });
      if (written === undefined) continue;
      mkdirSync(dirname(path), { recursive: true });
      if (typeof written === 'string' || Buffer.isBuffer(written)) writeFileSync(path, written);
      else if ('link' in written) symlinkSync(written.link, path);
      else {
        writeFileSync(path, written.program);
        chmodSync(path, 0o755);
      }
    }
    this.git('add', '--all', '--force');
    this.git('commit', '--quiet', '--allow-empty', '--message=A change');
  }

  /** A branch from `from` with one commit, merged into `main` as GitHub does it to see what comes of it. */
  merge(files: Record<string, Written>, from = 'main'): void {
    this.git('checkout', '--quiet', '-b', 'sent', from);
    this.commit(files);
    this.git('checkout', '--quiet', '--detach', 'main');
    this.git('merge', '--quiet', '--no-ff', '--no-edit', 'sent');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A small digest: one issue, one paper by Ada Quill, who is `ada-quill` at the forge, and Jo Marsh. */
export const shore: Record<string, string> = {
  'content/site.yaml': 'name: Shore\nurl: https://shore.example/digest/\n',
  'content/tags.yaml': 'pebbles: { label: Pebbles, description: Small stones. }\n',
  'content/people/ada-quill.yaml':
    'name: Ada Quill\norcid: 0000-0002-1825-0097\ngithub: ada-quill\n',
  'content/issues/2026-01/index.mdx':
    '---\ntitle: January\ndate: 2026-01-31\neditors: [Jo Marsh]\n---\n',
  'content/papers/2026-01/sorting/index.mdx': paper({ title: 'On Sorting Pebbles' }),
  'src/program.ts': 'export {};\n',
};

/** The text of a paper by some writers. */
export function paper({
  title,
  arxiv = '2501.00001',
  writers = 'Ada Quill',
  extra = '',
}: {
  title: string;
  arxiv?: string;
  writers?: string;
  extra?: string;
}): string {
  return (
    `---\ntitle: ${title}\nauthors: [Wen Li]\npublished: 2025-01-02\nsummarised: 2026-01-20\narxiv: '${arxiv}'\n` +
    `tags: [pebbles]\ntldr: Pebbles can be sorted.\nabstract: We sort pebbles by size.\n` +
    `writers: [${writers}]\n${extra}---\n\n## The key idea\n\nStones, by size.\n`
  );
}
