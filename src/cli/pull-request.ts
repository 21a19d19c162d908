import { readArguments, stop } from './arguments.ts';

/** What the workflows in `.github/workflows` call; each loads what it takes. */
const COMMANDS: Record<string, (() => Promise<void>) | undefined> = {
  unpack: async () => (await content()).unpack(needed('repository'), needed('into')),
  ownership: async () => (await content()).ownership(needed('repository'), variable('AUTHOR')),
  changes: async () => (await content()).changes(needed('repository'), needed('into')),
  pictures: async () => (await import('./pull-request/pictures.ts')).pictures(needed('into')),
  preview: async () => (await forge()).preview(variable),
  comment: async () => (await forge()).comment(variable),
};
const content = () => import('./pull-request/content.ts');
const forge = () => import('./pull-request/forge.ts');

const { values, positionals } = readArguments(
  { repository: { type: 'string' }, into: { type: 'string' } },
  'npm run pull-request -- unpack --repository ../pull-request --into content',
  true,
);
const [name = ''] = positionals;
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) stop(`Write one of: ${Object.keys(COMMANDS).join(', ')}.`);
await command();

function needed(option: 'repository' | 'into'): string {
  return values[option] ?? stop(`--${option} is missing.`);
}

function variable(key: string): string {
  const value = process.env[key] ?? '';
  return value === '' ? stop(`The variable ${key} is missing.`) : value;
}
