import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { watchContent } from '../../src/digest/watched-content.ts';

type Settings = { vite: { server: { watch: { ignored: (file: string) => boolean } } } };

/** What is not watched of a project in `/home/digest` with its content in some folder. */
function readIgnored(content: string): (file: string) => boolean {
  const settings: Settings[] = [];
  const { hooks } = watchContent(content);
  const hook = hooks['astro:config:setup'] as unknown as (options: unknown) => void;
  const folder = (name: string) => pathToFileURL(join('/home/digest', name, '/'));
  hook({
    config: { root: folder(''), outDir: folder('dist') },
    updateConfig: (changed: Settings) => settings.push(changed),
  });
  const [{ vite } = assert.fail('Nothing was said.')] = settings;
  return vite.server.watch.ignored;
}

void test('Vite watches neither content nor what was made of it, and all else', () => {
  const ignored = readIgnored('/home/digest/content');
  for (const file of ['.cache', '.cache/builds/1.new/index.html', 'dist', 'dist/index.html'])
    assert.ok(ignored(join('/home/digest', file)), file);
  for (const file of ['content', 'content/papers/titans/index.mdx'])
    assert.ok(ignored(join('/home/digest', file)), file);
  for (const file of ['', 'src/text.ts', 'distant.md', 'contents.md'])
    assert.ok(!ignored(join('/home/digest', file)), file);
});
