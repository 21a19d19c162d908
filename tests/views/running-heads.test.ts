import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderRunningHeads } from '../../src/views/running-heads.ts';

test('the site, the issue, and each paper above its own pages', () => {
  const parts = [{ id: 'titans', title: 'Titans' }];
  assert.equal(
    renderRunningHeads({ site: 'Residual', title: 'January 2025', parts }),
    '@page{@top-left{content:"Residual"}@top-right{content:"January 2025"}}' +
      '@page :first{@top-left{content:none}@top-right{content:none}}' +
      '@page part-0{@top-right{content:"Titans"}}' +
      '[id="titans"]{page:part-0}',
  );
});

test('no title ends the string or the element', () => {
  const title = 'a"}\\</style>\n<b>&☂';
  const css = renderRunningHeads({ site: 's', title, parts: [] });
  assert.match(css, /content:"a\\22 }\\5c \\3c \/style\\3e \\a \\3c b\\3e \\26 \\2602 "/);
});
