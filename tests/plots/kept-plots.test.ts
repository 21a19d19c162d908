import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { drawPlot } from '../../src/plots/drawing.ts';
import { judgePlot, type PlotSource } from '../../src/plots/judge.ts';
import { KeptPlots } from '../../src/plots/kept-plots.ts';
import { attributes, encode } from './fixture.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kept-plots-'));
after(() => rmSync(root, { recursive: true, force: true }));

const TEXT = 'tokens,loss\n1,2\n2,1\n';

function source(text = TEXT, name = 'results.csv', more: Parameters<typeof attributes>[0] = {}) {
  const { source: judged } = judgePlot(encode(text), name, attributes(more));
  assert.ok(judged);
  return judged;
}

function keep(folder: string, ...sources: PlotSource[]) {
  const kept = new KeptPlots(folder);
  const plots = sources.map((one) => {
    kept.find(one);
    return kept.add(one, drawPlot(one));
  });
  kept.finish();
  return plots;
}

test('a plot that is kept is the one that was drawn, its files among it', () => {
  const folder = mkdtempSync(path.join(root, 'same-'));
  const one = source();
  const drawn = drawPlot(one);
  const [added] = keep(folder, one);
  const found = new KeptPlots(folder).find(source());
  for (const plot of [added, found]) {
    assert.ok(plot);
    assert.deepEqual(plot, drawn);
    assert.deepEqual(Buffer.from(plot.picture.bytes), Buffer.from(drawn.picture.bytes));
  }
});

test('other numbers, another name and other attributes are another plot', () => {
  const folder = mkdtempSync(path.join(root, 'other-'));
  keep(folder, source());
  const kept = new KeptPlots(folder);
  assert.ok(kept.find(source()));
  assert.equal(kept.find(source(TEXT.replace('2,1', '2,3'))), undefined);
  assert.equal(kept.find(source(TEXT, 'others.csv')), undefined);
  assert.equal(kept.find(source(TEXT, 'results.csv', { yLabel: 'Loss' })), undefined);
});

test('a line that a killed build left unfinished is drawn again', () => {
  const folder = mkdtempSync(path.join(root, 'killed-'));
  const other = source(TEXT, 'others.csv');
  keep(folder, source(), other);
  const lines = path.join(folder, 'lines');
  truncateSync(lines, readFileSync(lines).length - 9);
  const kept = new KeptPlots(folder);
  assert.ok(kept.find(source()));
  assert.equal(kept.find(other), undefined);
  keep(folder, other);
  assert.ok(new KeptPlots(folder).find(other));
});
