import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oldDay } from '../../src/importing/dates.ts';
import { tellSource } from '../../src/importing/sources.ts';
import { listOf, splitOldFrontMatter, textOf, valueAt } from '../../src/importing/front-matter.ts';

test('YAML stays as it is written, with the line of each key', () => {
  const { values, lines, body, bodyLine } = splitOldFrontMatter(
    '---\narxiv: 2405.10000\ndate: 2024-06-28\nauthor:\n  name: Jo Marsh\n---\nText.\n',
  );
  assert.equal(values.get('arxiv'), '2405.10000');
  assert.equal(textOf(values.get('author')), 'Jo Marsh');
  assert.equal(valueAt(values, 'author.name'), 'Jo Marsh');
  assert.equal(lines.get('author'), 4);
  assert.deepEqual([body, bodyLine], ['Text.\n', 7]);
});

test('TOML, its days among them', () => {
  const { values, lines, bodyLine } = splitOldFrontMatter(
    '+++\ntitle = "x"\ndate = 2025-03-12T08:00:00Z\nday = 2025-03-12\n+++\n\nText.\n',
  );
  assert.equal(values.get('date'), '2025-03-12T08:00:00Z');
  assert.equal(values.get('day'), '2025-03-12');
  assert.equal(lines.get('date'), 3);
  assert.equal(bodyLine, 6);
});

test('front matter that cannot be read is told with its line', () => {
  const broken = splitOldFrontMatter('---\ntitle: x\nlist: [a\n---\nText.\n');
  assert.equal(broken.fault?.line, 3);
  assert.match(broken.fault.text, /^The front matter is no YAML: /);
  assert.equal(broken.body, 'Text.\n');
  const toml = splitOldFrontMatter('+++\ntitle = \n+++\nText.\n');
  assert.equal(toml.fault?.line, 2);
  assert.match(toml.fault.text, /^The front matter is no TOML: /);
  const bomb = `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`;
  assert.match(
    splitOldFrontMatter(bomb).fault?.text ?? '',
    /repeats other values by their names too often, and was not read$/,
  );
  assert.equal(splitOldFrontMatter('Only text.').body, 'Only text.');
});

test('lists of names', () => {
  assert.deepEqual(listOf('Tri Quill, Ada Gull, and Mo Ebb'), ['Tri Quill', 'Ada Gull', 'Mo Ebb']);
  assert.deepEqual(listOf('Tri Quill and Ada Gull'), ['Tri Quill', 'Ada Gull']);
  assert.deepEqual(listOf([{ name: 'Jo' }, 'Wen']), ['Jo', 'Wen']);
});

test('days', () => {
  assert.equal(oldDay('2024-05-31T01:00:00-00:00'), '2024-05-31');
  assert.equal(oldDay('2024/5/3'), '2024-05-03');
  assert.equal(oldDay('Feb 04, 2025'), '2025-02-04');
  assert.equal(oldDay('4 February 2025'), '2025-02-04');
  assert.equal(oldDay('2025-02-30'), undefined);
  assert.equal(oldDay('last spring'), undefined);
});

test('where a paper can be read', () => {
  assert.deepEqual(tellSource('https://arxiv.org/pdf/2501.00712v2.pdf'), { arxiv: '2501.00712v2' });
  assert.deepEqual(tellSource('https://arxiv.org/abs/hep-th/9901001'), { arxiv: 'hep-th/9901001' });
  assert.deepEqual(tellSource('https://doi.org/10.1234/a.b'), { doi: '10.1234/a.b' });
  assert.deepEqual(tellSource('https://openreview.net/forum?id=tIdEs12345'), {
    openreview: 'tIdEs12345',
  });
  assert.deepEqual(tellSource('https://x.example/a.pdf'), { url: 'https://x.example/a.pdf' });
  assert.deepEqual(tellSource('soon'), {});
});
