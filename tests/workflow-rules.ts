import { LineCounter, parseDocument } from 'yaml';

type Step = {
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
};
type Job = {
  if?: string;
  uses?: string;
  permissions?: unknown;
  steps?: Step[];
  'timeout-minutes'?: unknown;
  'runs-on'?: unknown;
};
type Workflow = {
  on?: unknown;
  permissions?: unknown;
  concurrency?: unknown;
  env?: unknown;
  jobs?: Record<string, Job>;
};

/** Events in which the code of a stranger may be what runs, or what is checked out. */
const STRANGERS = ['pull_request'];

/** Events that hand a stranger's text to a job with our secrets and a token that writes. */
const FORBIDDEN = [
  'pull_request_target',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'pull_request_review',
  'pull_request_review_comment',
];

/** What may be written in a program: nothing that anybody but us can choose. */
const OURS = /^(?:runner\.os|github\.workspace|github\.run_id)$/;

/** Inputs that an action runs as a program. */
const PROGRAMS = ['script', 'run', 'command', 'args', 'entrypoint', 'preCommands', 'postCommands'];

/** What a stranger may choose in the context of GitHub, and what may stand in an input that is none of a program. */
const CHOSEN = /\bgithub\.(?:event|head_ref|ref|ref_name|base_ref|actor|triggering_actor)\b/;
const HARMLESS = /^github\.event\.pull_request\.(?:base\.sha|number)$/;

/** Permissions that a job may ask for, and none beside them. */
const PERMISSIONS = new Set([
  'actions: read',
  'contents: read',
  'contents: write',
  'pull-requests: read',
  'pull-requests: write',
  'pages: write',
  'id-token: write',
]);

/** The jobs that may write contents, and the one command that each runs besides installing. */
const KEEPERS: Record<string, string> = {
  'deploy.yml record': 'npm run published -- --commit published.txt',
  'versions.yml versions': 'npm run versions -- --commit',
};

/** The one job that may save a cache, and when: what others save, a deployment would put online. */
const SAVER = 'deploy.yml build';
const SAVES_WHEN = "github.ref == 'refs/heads/main'";

/** What is wrong with the text of a workflow, one sentence each. `name` is its file. */
export function judgeWorkflow(source: string, name: string): string[] {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const [fault] = document.errors;
  if (fault !== undefined) return [`${name} is no YAML: ${fault.code}`];
  const workflow = document.toJS({ maxAliasCount: 0 }) as Workflow;
  const events = listEvents(workflow.on);
  const jobs = Object.entries(workflow.jobs ?? {});
  const ofStrangers = events.some((event) => STRANGERS.includes(event));
  return [
    ...events
      .filter((event) => FORBIDDEN.includes(event))
      .map((event) => `${name} runs on ${event}`),
    ...judgePermissions(workflow.permissions, name, ['contents: read']),
    ...(workflow.concurrency === undefined ? [`${name} has no concurrency`] : []),
    ...(workflow.env === undefined ? [] : [`${name} has an env for all of its jobs`]),
    ...jobs.flatMap(([id, job]) => judgeJob(job, `${name} ${id}`, ofStrangers)),
    ...judgePins(source, name),
  ];
}

function judgeJob(job: Job, place: string, ofStrangers: boolean): string[] {
  const minutes = job['timeout-minutes'];
  const steps = job.steps ?? [];
  const text = JSON.stringify(job);
  const isWriting = /: ?"write"/.test(JSON.stringify(job.permissions ?? {}));
  return [
    ...(job.uses === undefined ? [] : [`${place} is a workflow of elsewhere`]),
    ...(typeof minutes === 'number' && minutes <= 60 ? [] : [`${place} has no timeout`]),
    ...(typeof job['runs-on'] === 'string' && job['runs-on'].startsWith('ubuntu-2')
      ? []
      : [`${place} runs on no machine of GitHub's with a version`]),
    ...(job.permissions === undefined
      ? []
      : judgePermissions(job.permissions, place, [...PERMISSIONS])),
    ...judgeKeeper(job, place),
    ...(ofStrangers && isWriting ? [`${place} may write, and runs for strangers`] : []),
    ...(ofStrangers && /\bsecrets\b|github\.token/.test(text)
      ? [`${place} knows a secret, and runs for strangers`]
      : []),
    ...(isWriting && steps.some(isCached) ? [`${place} may write, and takes what was kept`] : []),
    ...judgeSaving(steps, place),
    ...(/\bsecrets\b/.test(text) && isWriting ? [`${place} knows a secret, and may write`] : []),
    ...(/toJSON\(\s*(?:secrets|github)/i.test(text) ? [`${place} tells a whole context`] : []),
    ...steps.flatMap((step, index) => judgeStep(step, `${place} step ${index + 1}`)),
  ];
}

function judgeKeeper({ permissions, steps = [] }: Job, place: string): string[] {
  if (!/"contents": ?"write"/.test(JSON.stringify(permissions ?? {}))) return [];
  const command = KEEPERS[place];
  if (command === undefined)
    return [`${place} may write contents, and stands in no workflow of ours that keeps a file`];
  return steps
    .flatMap(({ run }) => run ?? [])
    .filter((run) => run !== 'npm ci --ignore-scripts' && run !== command)
    .map((run) => `${place} may write contents, and runs ${run}`);
}

/** Whether a step restores or saves a cache, by GitHub's action or by one that has it built in. */
function isCached({ uses = '', with: inputs = {} }: Step): boolean {
  return (
    uses.startsWith('actions/cache') || Object.keys(inputs).some((key) => key.includes('cache'))
  );
}

function judgeSaving(steps: readonly Step[], place: string): string[] {
  const saving = steps.filter(
    (step) => isCached(step) && step.uses?.startsWith('actions/cache/restore@') !== true,
  );
  if (saving.length === 0) return [];
  if (place !== SAVER) return [`${place} saves a cache, and is not the job that deploys`];
  return saving.every((step) => step.if === SAVES_WHEN)
    ? []
    : [`${place} saves a cache of another branch than main`];
}

function judgeStep(step: Step, place: string): string[] {
  const inputs = Object.entries(step.with ?? {}).map(
    ([key, value]) => [key, String(value)] as const,
  );
  const programs = [
    ...(step.run === undefined ? [] : [step.run]),
    ...inputs.filter(([key]) => PROGRAMS.includes(key)).map(([, value]) => value),
  ];
  const isCheckout = step.uses?.startsWith('actions/checkout@') === true;
  const ref = JSON.stringify(step.with?.['ref'] ?? '');
  return [
    ...programs
      .flatMap(expressions)
      .flatMap((one) => (OURS.test(one) ? [] : [`${place} writes \${{ ${one} }} into a program`])),
    ...inputs
      .filter(([key]) => !PROGRAMS.includes(key))
      .flatMap(([, value]) => expressions(value))
      .filter((one) => CHOSEN.test(one) && !HARMLESS.test(one))
      .map((one) => `${place} hands on \${{ ${one} }}`),
    ...(programs.some((one) => /GITHUB_ENV|GITHUB_PATH/.test(one))
      ? [`${place} writes the environment of others`]
      : []),
    ...(programs.some((one) => /\bnpm (?:ci|install|i)\b(?!.*--ignore-scripts)/.test(one))
      ? [`${place} runs scripts of packages`]
      : []),
    ...(programs.some((one) => /\bnpx\b|\bnpm exec\b|\bcurl\b|\bwget\b/.test(one))
      ? [`${place} runs or fetches what no lock file holds`]
      : []),
    ...(isCheckout && step.with?.['persist-credentials'] !== false
      ? [`${place} leaves its token in the folder`]
      : []),
    ...(isCheckout && (step.with?.['submodules'] ?? false) !== false
      ? [`${place} takes submodules`]
      : []),
    ...(isCheckout && ref.includes('head') ? [`${place} checks out what a stranger names`] : []),
    ...(step.uses === undefined || /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/.test(step.uses)
      ? []
      : [`${place} uses ${step.uses}, which is pinned to no commit`]),
    ...(step.uses === undefined || step.uses.startsWith('actions/')
      ? []
      : [`${place} uses ${step.uses.replace(/@.*/, '')}, which is not GitHub's own`]),
  ];
}

/** What a commit is called stands beside it, for who reads and for who updates. */
function judgePins(source: string, name: string): string[] {
  return source.split('\n').flatMap((line, index) => {
    const isUse = /^\s*-?\s*uses:/.test(line);
    return !isUse || /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)
      ? []
      : [`${name}:${index + 1} does not say which version it uses`];
  });
}

function judgePermissions(permissions: unknown, place: string, allowed: string[]): string[] {
  if (permissions === undefined) return [`${place} says no permissions`];
  if (typeof permissions !== 'object' || permissions === null)
    return [`${place} has the permissions ${JSON.stringify(permissions)}`];
  return Object.entries(permissions)
    .map(([scope, level]) => `${scope}: ${String(level)}`)
    .filter((one) => !allowed.includes(one))
    .map((one) => `${place} has the permission ${one}`);
}

function listEvents(on: unknown): string[] {
  if (typeof on === 'string') return [on];
  if (Array.isArray(on)) return on.map(String);
  return Object.keys(on ?? {});
}

/** What stands between `${{` and `}}`. */
function expressions(text: string): string[] {
  return [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(([, inner = '']) => inner.trim());
}
