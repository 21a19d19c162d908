import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findActive } from './active.ts';
import { judgeApart } from './children.ts';

test('what would run, load or send is found', () => {
  for (const html of [
    '<script>ran()</script>',
    '<p onclick="ran()">a</p>',
    '<a href="javascript:ran()">a</a>',
    '<a href=" java&#10;script:ran()">a</a>',
    '<a href="//evil.example">a</a>',
    '<img src="https://a.example/a.png" srcset="/a 1x, data:x 2x">',
    '<p style="background:url(x)">a</p>',
    '<p id="a">a</p><p id="a">b</p>',
    '<svg><a xlink:href="javascript:ran()">a</a></svg>',
    '<math><annotation-xml encoding="text/html"></annotation-xml></math>',
    '<form></form>',
    '<img name="cookie" src="/a.png">',
    '<!-- a -->',
    '<b',
  ]) {
    assert.notDeepEqual(findActive(html), [], html);
  }
  assert.deepEqual(
    findActive('<p id="a" style="color:red"><a href="https://a.example/">a</a></p>'),
    [],
  );
});

test('what never ends is ended', async () => {
  const { outcomes, fault } = await judgeApart([{ kind: 'body', source: 'a' }], 1);
  assert.deepEqual(outcomes, []);
  assert.match(fault, /^It ended with SIGKILL/);
});
