import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { judgeWorkflow } from './workflow-rules.ts';

const folder = '.github/workflows';
const names = ['check.yml', 'deploy.yml', 'preview.yml', 'versions.yml'];
const sources = new Map(
  names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const),
);

test('every workflow keeps the rules', () => {
  assert.deepEqual(globSync('*', { cwd: folder }).sort(), names);
  for (const [name, source] of sources) assert.deepEqual(judgeWorkflow(source, name), [], name);
});

const checkout = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
const good = `on: pull_request
permissions:
  contents: read
concurrency: a
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: ${checkout}
        with:
          ref: \${{ github.event.pull_request.base.sha }}
          persist-credentials: false
      - run: npm ci --ignore-scripts
`;

test('each rule finds what it is there for', () => {
  assert.deepEqual(judgeWorkflow(good, 'good.yml'), []);
  const run = '- run: npm ci --ignore-scripts';
  const cases: [from: string, to: string, found: string[]][] = [
    ['on: pull_request', 'on: pull_request_target', ['bad.yml runs on pull_request_target']],
    [
      'on: pull_request',
      'on: [push, pull_request_target]',
      ['bad.yml runs on pull_request_target'],
    ],
    ['on: pull_request', 'on: { issue_comment: }', ['bad.yml runs on issue_comment']],
    ['permissions:\n  contents: read\n', '', ['bad.yml says no permissions']],
    [
      'permissions:\n  contents: read',
      'permissions: write-all',
      ['bad.yml has the permissions "write-all"'],
    ],
    ['  contents: read', '  contents: write', ['bad.yml has the permission contents: write']],
    ['  contents: read', '  packages: read', ['bad.yml has the permission packages: read']],
    ['concurrency: a\n', '', ['bad.yml has no concurrency']],
    ['concurrency: a', 'concurrency: a\nenv: { A: b }', ['bad.yml has an env for all of its jobs']],
    ['    timeout-minutes: 5\n', '', ['bad.yml a has no timeout']],
    ['timeout-minutes: 5', 'timeout-minutes: 600', ['bad.yml a has no timeout']],
    ['ubuntu-24.04', 'self-hosted', ["bad.yml a runs on no machine of GitHub's with a version"]],
    [
      '    timeout',
      '    permissions: { contents: write }\n    timeout',
      [
        'bad.yml a may write contents, and stands in no workflow of ours that keeps a file',
        'bad.yml a may write, and runs for strangers',
      ],
    ],
    [
      '    timeout',
      '    permissions: { pull-requests: write }\n    timeout',
      ['bad.yml a may write, and runs for strangers'],
    ],
    [
      run,
      `${run}\n        env: { A: "\${{ secrets.A }}" }`,
      ['bad.yml a knows a secret, and runs for strangers'],
    ],
    [
      run,
      `${run}\n        env: { A: "\${{ github.token }}" }`,
      ['bad.yml a knows a secret, and runs for strangers'],
    ],
    [
      run,
      `${run}\n        env: { A: "\${{ toJSON(github) }}" }`,
      ['bad.yml a tells a whole context'],
    ],
    [
      '          persist',
      '          cache: npm\n          persist',
      ['bad.yml a saves a cache, and is not the job that deploys'],
    ],
    [
      run,
      `- uses: actions/cache/save@${'a'.repeat(40)} # v1.0.0\n        if: github.ref == 'refs/heads/main'`,
      ['bad.yml a saves a cache, and is not the job that deploys'],
    ],
    [
      run,
      `- uses: actions/cache@${'a'.repeat(40)} # v1.0.0`,
      ['bad.yml a saves a cache, and is not the job that deploys'],
    ],
    [run, `- uses: actions/cache/restore@${'a'.repeat(40)} # v1.0.0`, []],
    [
      run,
      '- run: echo "${{ github.event.pull_request.title }}"',
      ['bad.yml a step 2 writes ${{ github.event.pull_request.title }} into a program'],
    ],
    [
      run,
      '- run: |\n          git checkout ${{github.head_ref}}',
      ['bad.yml a step 2 writes ${{ github.head_ref }} into a program'],
    ],
    [
      run,
      "- run: echo ${{ format('{0}', github.event.pull_request.body) }}",
      [
        "bad.yml a step 2 writes ${{ format('{0}', github.event.pull_request.body) }} into a program",
      ],
    ],
    [
      run,
      '- run: echo ${{ steps.a.outputs.b }}',
      ['bad.yml a step 2 writes ${{ steps.a.outputs.b }} into a program'],
    ],
    [
      run,
      '- uses: actions/github-script@0000000000000000000000000000000000000000 # v0.0.0\n        with:\n          script: a("${{ github.event.pull_request.title }}")',
      ['bad.yml a step 2 writes ${{ github.event.pull_request.title }} into a program'],
    ],
    [
      'ref: ${{ github.event.pull_request.base.sha }}',
      'ref: ${{ github.event.pull_request.head.sha }}',
      [
        'bad.yml a step 1 hands on ${{ github.event.pull_request.head.sha }}',
        'bad.yml a step 1 checks out what a stranger names',
      ],
    ],
    [
      '          persist',
      '          path: ${{ github.head_ref }}\n          persist',
      ['bad.yml a step 1 hands on ${{ github.head_ref }}'],
    ],
    [run, '- run: cat a >> "$GITHUB_ENV"', ['bad.yml a step 2 writes the environment of others']],
    [run, '- run: npm ci', ['bad.yml a step 2 runs scripts of packages']],
    [run, '- run: npx thing', ['bad.yml a step 2 runs or fetches what no lock file holds']],
    [
      '          persist-credentials: false\n',
      '',
      ['bad.yml a step 1 leaves its token in the folder'],
    ],
    [
      'persist-credentials: false',
      'persist-credentials: true',
      ['bad.yml a step 1 leaves its token in the folder'],
    ],
    [
      '          persist',
      '          submodules: recursive\n          persist',
      ['bad.yml a step 1 takes submodules'],
    ],
    [
      checkout,
      'actions/checkout@v6',
      [
        'bad.yml a step 1 uses actions/checkout@v6, which is pinned to no commit',
        'bad.yml:10 does not say which version it uses',
      ],
    ],
    [' # v6.0.2', '', ['bad.yml:10 does not say which version it uses']],
    [
      run,
      `- uses: evil/thing@${'a'.repeat(40)} # v1.0.0`,
      ["bad.yml a step 2 uses evil/thing, which is not GitHub's own"],
    ],
    [
      run,
      `- uses: docker://evil@${'a'.repeat(40)} # v1.0.0`,
      [
        `bad.yml a step 2 uses docker://evil@${'a'.repeat(40)}, which is pinned to no commit`,
        "bad.yml a step 2 uses docker://evil, which is not GitHub's own",
      ],
    ],
    ['concurrency: a', 'concurrency: [', ['bad.yml is no YAML: BAD_INDENT']],
  ];
  for (const [from, to, found] of cases) {
    assert.ok(good.includes(from), from);
    assert.deepEqual(
      judgeWorkflow(
        good.replace(from, () => to),
        'bad.yml',
      ),
      found,
      to,
    );
  }
  const writing = `    permissions: { pages: write }
    timeout`;
  const keeper = good
    .replace('on: pull_request', 'on: push')
    .replace('    timeout', writing)
    .replace('- run: npm ci --ignore-scripts', '- run: a\n        env: { A: "${{ secrets.A }}" }');
  assert.deepEqual(judgeWorkflow(keeper, 'bad.yml'), ['bad.yml a knows a secret, and may write']);
});

test('a job that may write contents runs the one command that keeps its file', () => {
  const source = sources.get('deploy.yml') ?? '';
  const command = '- run: npm run published -- --commit published.txt';
  assert.ok(source.includes(command));
  assert.deepEqual(
    judgeWorkflow(source.replace(command, `- run: npm test\n      ${command}`), 'deploy.yml'),
    ['deploy.yml record may write contents, and runs npm test'],
  );
});

test('only what main has built is kept, and only there is it saved', () => {
  const source = sources.get('deploy.yml') ?? '';
  const when = "        if: github.ref == 'refs/heads/main'\n";
  assert.ok(source.includes(when));
  assert.deepEqual(judgeWorkflow(source.replace(when, ''), 'deploy.yml'), [
    'deploy.yml build saves a cache of another branch than main',
  ]);
  const whole = source.replace('actions/cache/restore@', 'actions/cache@');
  assert.deepEqual(judgeWorkflow(whole, 'deploy.yml'), [
    'deploy.yml build saves a cache of another branch than main',
  ]);
  const restore = `- uses: actions/cache/restore@${'a'.repeat(40)} # v1.0.0\n`;
  const before = '      - uses: actions/download-artifact';
  assert.ok(source.includes(before));
  assert.deepEqual(
    judgeWorkflow(source.replace(before, `      ${restore}${before}`), 'deploy.yml'),
    ['deploy.yml record may write, and takes what was kept'],
  );
  // A run of a pull request, or one that reads its artefact, may have been told what to write.
  assert.doesNotMatch(sources.get('preview.yml') ?? '', /actions\/cache/);
  assert.doesNotMatch(JSON.stringify(check.jobs['test']), /actions\/cache/);
});

test('a preview goes on from what the deployment has built, at the same place', () => {
  const deploy = parse(sources.get('deploy.yml') ?? '') as Parsed;
  const cached = [deploy.jobs['build'], check.jobs['preview']].map((job) => {
    const steps = job?.steps ?? [];
    const paths = steps
      .filter(({ uses = '' }) => uses.startsWith('actions/cache/'))
      .map((step) => step.with?.path?.split('\n').filter(Boolean));
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    const builds = steps.filter(({ run = '' }) => /npm run build\b/.test(run));
    assert.deepEqual(
      builds.map((step) => step['working-directory']),
      ['program'],
    );
    // Into the folder whose record is kept: another has none.
    assert.doesNotMatch(builds[0]?.run ?? '', /--outDir/);
    return { paths: new Set(paths.map(String)), root: checkouts[0]?.with?.path };
  });
  assert.deepEqual(cached[0], { paths: new Set(['program/.cache,program/dist']), root: 'program' });
  assert.deepEqual(cached[1], cached[0]);
});

test('the site goes online again after the newest versions were looked up', () => {
  const { name } = parse(sources.get('versions.yml') ?? '') as Parsed;
  const deploy = parse(sources.get('deploy.yml') ?? '') as Parsed;
  assert.deepEqual(deploy.on['workflow_run']?.workflows, [name]);
  // Whoever names a workflow of a fork so, runs it on a pull request.
  assert.doesNotMatch(deploy.jobs['build']?.if ?? 'pull_request', /pull_request/);
});

type ParsedStep = {
  uses?: string;
  run?: string;
  with?: { path?: string };
  'working-directory'?: string;
};
type Parsed = {
  name: string;
  on: Record<string, { workflows?: string[] } | null>;
  jobs: Record<string, { needs?: string; if?: string; steps: ParsedStep[] }>;
};
const check = parse(sources.get('check.yml') ?? '') as Parsed;
const preview = parse(sources.get('preview.yml') ?? '') as Parsed;

test('what a stranger sends is judged before anything of it runs', () => {
  assert.deepEqual(Object.keys(check.on), ['pull_request']);
  for (const [id, { steps, needs, if: condition }] of Object.entries(check.jobs)) {
    const paths = steps.flatMap((step) => step.with?.path ?? []);
    if (id === 'test') {
      assert.equal(needs, 'content');
      assert.match(condition ?? '', /needs\.content\.outputs\.program == 'true'/);
    } else {
      // Commands run in the base branch's folder, and nowhere else.
      assert.deepEqual(paths.slice(0, 2), ['program', 'pull-request'], id);
      for (const step of steps.filter(({ run }) => run !== undefined)) {
        assert.equal(step['working-directory'], 'program');
      }
    }
  }
});

test('the second workflow follows the first, and checks nothing out but our own branch', () => {
  assert.deepEqual(preview.on['workflow_run']?.workflows, [check.name]);
  assert.doesNotMatch(sources.get('preview.yml') ?? '', /\bref:|download-artifact/);
});

test('the commands that workflows call are there', () => {
  const scripts = (
    JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  ).scripts;
  const command = readFileSync('src/cli/pull-request.ts', 'utf8');
  for (const [name, source] of sources) {
    for (const [, script = ''] of source.matchAll(/npm run ([\w-]+)/g)) {
      assert.ok(Object.hasOwn(scripts, script), `${name}: ${script}`);
    }
    for (const [, one = ''] of source.matchAll(/npm run pull-request -- (\w+)/g)) {
      assert.match(command, new RegExp(`^ {2}${one}: async`, 'm'), `${name}: ${one}`);
    }
  }
});

test('every path that has owners is there', () => {
  const lines = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/ +/).filter((part) => part !== ''));
  assert.deepEqual(lines[0]?.[0], '*');
  for (const [path = '', ...owners] of lines.slice(1)) {
    assert.ok(existsSync(path.slice(1)), path);
    for (const owner of owners) assert.match(owner, /^@[\w-]+\/[\w-]+$/);
  }
  // The last line that fits counts: only papers are without owners.
  assert.deepEqual(
    lines.filter((parts) => parts.length === 1).map(([path]) => path),
    ['/content/papers/'],
  );
  assert.deepEqual(lines.at(-1), ['/content/papers/']);
});

test('updates come seldom and together', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: {
      schedule: { interval: string };
      groups: object;
      'open-pull-requests-limit': number;
    }[];
  };
  for (const update of updates) {
    assert.equal(update.schedule.interval, 'monthly');
    assert.equal(Object.keys(update.groups).length, 1);
    assert.ok(update['open-pull-requests-limit'] <= 2);
  }
});
