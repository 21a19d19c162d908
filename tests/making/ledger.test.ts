import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { Cells } from '../../src/making/cells.ts';
import { Ledger } from '../../src/making/ledger.ts';
import { buildEdition, paperOf, type Stuff } from './edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'digest-ledger-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'ledger');

type Change = (stuff: Stuff) => void;

const cellsOf = (change?: Change) => new Cells(buildEdition(change));
const moreWords: Change = (stuff) => (paperOf(stuff, 'sorting').facts!.words += 1);
const venue: Change = (stuff) => (paperOf(stuff, 'sorting').venue = 'Pier');
const withdrawn: Change = (stuff) =>
  (paperOf(stuff, 'counting').withdrawn = {
    date: '2025-05-01',
    note: paperOf(stuff, 'counting').title,
  });

/** As the next build finds it. */
function reopen(ledger: Ledger, cells = cellsOf()): Ledger {
  return Ledger.read(file, ledger.program, ledger.write(file, cells));
}

/** A ledger of a build, as the next one finds it. */
function keep(write: (ledger: Ledger) => void): Ledger {
  rmSync(file, { recursive: true, force: true });
  const ledger = new Ledger('program');
  write(ledger);
  return reopen(ledger);
}

test('what is written is read again', () => {
  const ledger = keep((one) => {
    one.setOutput('a.html', ['paper/sorting#title', 'papers', 'share/list']);
    one.setPart('list', 'hash of the list', ['paper/sorting#venue']);
    one.setPaths('pages/a.astro', ['a', 'b'], ['papers']);
    one.setExtra('_headers', 'hash of the headers');
  });
  const cells = cellsOf();
  assert.ok(!ledger.isEmpty);
  assert.ok(ledger.hasCurrent('a.html', cells));
  assert.equal(ledger.currentPart('list', cells), 'hash of the list');
  assert.deepEqual(ledger.currentPaths('pages/a.astro', cells), ['a', 'b']);
  assert.equal(ledger.setExtra('_headers', 'hash of the headers'), false);
  assert.deepEqual(ledger.listFiles(), new Set(['a.html', '_headers']));
  assert.deepEqual(ledger.listGone(), []);
  // Once more, with nothing new.
  assert.ok(reopen(ledger).hasCurrent('a.html', cells));
});

test('a ledger of another program is empty, and so is one that is not there or is broken', () => {
  keep((one) => {
    one.setOutput('a.html', ['papers']);
    one.setPaths('pages/a.astro', ['a'], []);
    one.setExtra('_headers', 'x');
  });
  const empty = (ledger: Ledger) => {
    assert.ok(ledger.isEmpty);
    assert.ok(!ledger.hasCurrent('a.html', cellsOf()));
    assert.equal(ledger.currentPaths('pages/a.astro', cellsOf()), undefined);
    assert.deepEqual(ledger.listGone(), []);
    assert.equal(ledger.setExtra('_headers', 'x'), true);
  };
  const [newest = ''] = readdirSync(file);
  empty(Ledger.read(file, 'another program', newest));
  empty(Ledger.read(join(folder, 'none'), 'program', newest));
  const whole = readFileSync(join(file, newest));
  for (const broken of [
    '',
    '{',
    '{"program":"program"}',
    whole.subarray(0, -9),
    whole.subarray(9),
  ]) {
    writeFileSync(join(file, newest), broken);
    empty(Ledger.read(file, 'program', newest));
  }
});

test('a ledger of which a layer has been taken out is empty', () => {
  for (const place of [0, 1, 2]) {
    let ledger = keep((one) => {
      for (let number = 0; number < 40; number += 1) one.setOutput(`${number}.html`, ['papers']);
    });
    for (const output of ['a.html', 'b.html']) {
      ledger.setOutput(output, ['papers']);
      ledger = reopen(ledger);
    }
    const names = readdirSync(file).sort();
    const [, , newest = assert.fail('They were written as one.')] = names;
    assert.ok(!Ledger.read(file, 'program', newest).isEmpty);
    rmSync(join(file, names[place] ?? ''));
    assert.ok(Ledger.read(file, 'program', newest).isEmpty);
  }
});

test('an output is current until one cell that it has read changes', () => {
  const ledger = () =>
    keep((one) => {
      one.setOutput('words.html', ['paper/sorting#facts.words', 'paper/sorting#title', 'papers']);
      one.setOutput('venue.html', ['paper/counting#title', 'paper/sorting#venue']);
      one.setOutput('all.html', ['paper/sorting']);
      one.setOutput('none.html', []);
    });
  const current = (change?: Change) => {
    const [kept, cells] = [ledger(), cellsOf(change)];
    return ['words.html', 'venue.html', 'all.html', 'none.html', 'new.html'].filter((output) =>
      kept.hasCurrent(output, cells),
    );
  };
  assert.deepEqual(current(), ['words.html', 'venue.html', 'all.html', 'none.html']);
  assert.deepEqual(current(moreWords), ['venue.html', 'none.html']);
  assert.deepEqual(current(venue), ['words.html', 'none.html']);
  assert.deepEqual(current(withdrawn), ['words.html', 'venue.html', 'all.html', 'none.html']);
  assert.deepEqual(
    current(({ digest }) => digest.papers.reverse()),
    ['venue.html', 'all.html', 'none.html'],
  );
});

test('an output is current for the edition that it was made from last', () => {
  const ledger = keep((one) => {
    one.setOutput('a.html', ['paper/sorting#venue']);
    one.setOutput('b.html', ['paper/sorting#facts.words']);
  });
  const changed = cellsOf(venue);
  assert.ok(!ledger.hasCurrent('a.html', changed));
  ledger.setOutput('a.html', ['paper/sorting#venue', 'paper/counting#venue']);
  const next = reopen(ledger, changed);
  assert.ok(next.hasCurrent('a.html', cellsOf(venue)));
  assert.ok(next.hasCurrent('b.html', cellsOf(venue)));
  const back = reopen(ledger, changed);
  assert.ok(!back.hasCurrent('a.html', cellsOf()), 'It was made of the other venue.');
  assert.ok(back.hasCurrent('b.html', cellsOf()));
});

test('a thing that comes or goes is seen by whoever has looked for it', () => {
  const gone: Change = ({ digest }) => {
    delete digest.about;
    (digest.personById as Map<string, unknown>).delete('ada-quill');
  };
  const ledger = keep((one) => {
    one.setOutput('about.html', ['about/#title', 'about/#?']);
    one.setOutput('ada.html', ['person/ada-quill#?']);
    one.setOutput('bob.html', ['person/bob#?']);
  });
  const cells = cellsOf(gone);
  assert.ok(!ledger.hasCurrent('about.html', cells));
  assert.ok(!ledger.hasCurrent('ada.html', cells));
  assert.ok(ledger.hasCurrent('bob.html', cells));
});

test('an address with a number sign is looked up whole', () => {
  const ledger = keep((one) => one.setOutput('a.html', ['address/url:https://a.example/#b']));
  const cells = cellsOf(({ digest }) =>
    (digest.paperByAddress as Map<string, string>).set('url:https://a.example/#b', 'sorting'),
  );
  assert.ok(!ledger.hasCurrent('a.html', cells));
});

test('the addresses of a route are current until what they were listed from changes', () => {
  const ledger = keep((one) => one.setPaths('pages/a.astro', ['a'], ['papers']));
  const reversed = cellsOf(({ digest }) => digest.papers.reverse());
  assert.equal(ledger.currentPaths('pages/a.astro', reversed), undefined);
  assert.equal(ledger.currentPaths('pages/b.astro', cellsOf()), undefined);
});

/** Two outputs show a list, which shows a part itself; one of them shows a title besides. */
const shared = () =>
  keep((one) => {
    one.setPart('row', 'row 1', ['paper/sorting#facts.words']);
    one.setPart('list', 'list 1', ['share/row', 'papers']);
    one.setOutput('a.html', ['share/list']);
    one.setOutput('b.html', ['share/list', 'paper/counting#title']);
  });

test('a shared part that has to be made again is not current, nor is what shows it', () => {
  const [ledger, cells] = [shared(), cellsOf(moreWords)];
  assert.equal(ledger.currentPart('row', cells), undefined);
  assert.equal(ledger.currentPart('list', cells), undefined);
  assert.ok(!ledger.hasCurrent('a.html', cells));
  const other = shared();
  assert.ok(other.hasCurrent('a.html', cellsOf(venue)), 'Neither shows the venue.');
});

test('a shared part that was made again and is the same leaves what shows it as it is', () => {
  const [ledger, cells] = [shared(), cellsOf(moreWords)];
  assert.ok(!ledger.hasCurrent('a.html', cells));
  ledger.setPart('row', 'row 1', ['paper/sorting#facts.words']);
  ledger.setPart('list', 'list 1', ['share/row', 'papers']);
  assert.equal(ledger.currentPart('list', cells), 'list 1');
  assert.ok(ledger.hasCurrent('b.html', cells));
  const next = reopen(ledger, cells);
  assert.ok(next.hasCurrent('a.html', cellsOf(moreWords)));
  assert.ok(next.hasCurrent('b.html', cellsOf(moreWords)));
  assert.ok(!reopen(ledger, cells).hasCurrent('b.html', cellsOf()), 'The row showed other words.');
});

test('the inner part alone, made again and the same, leaves the outer one current', () => {
  const [ledger, cells] = [shared(), cellsOf(moreWords)];
  ledger.setPart('row', 'row 1', ['paper/sorting#facts.words']);
  assert.equal(ledger.currentPart('list', cells), 'list 1');
  assert.ok(ledger.hasCurrent('a.html', cells));
});

test('a shared part whose value has changed does not', () => {
  const [ledger, cells] = [shared(), cellsOf(moreWords)];
  ledger.setPart('row', 'row 2', ['paper/sorting#facts.words']);
  assert.equal(ledger.currentPart('row', cells), 'row 2');
  assert.equal(ledger.currentPart('list', cells), undefined);
  assert.ok(!ledger.hasCurrent('a.html', cells));
  ledger.setPart('list', 'list 2', ['share/row', 'papers']);
  assert.ok(!ledger.hasCurrent('b.html', cells));
  // As after a build that has made both.
  ledger.setOutput('a.html', ['share/list']);
  ledger.setOutput('b.html', ['share/list', 'paper/counting#title']);
  const next = reopen(ledger, cells);
  assert.ok(next.hasCurrent('b.html', cellsOf(moreWords)));
  assert.equal(next.currentPart('list', cellsOf(moreWords)), 'list 2');
});

test('a shared part that nothing shows any more is forgotten when layers are written as one', () => {
  let ledger = shared();
  ledger.setOutput('a.html', []);
  ledger.keepOutputs(new Map([['a.html', 0]]));
  do ledger = reopen(ledger);
  while (readdirSync(file).length > 1);
  assert.ok(ledger.hasCurrent('a.html', cellsOf()));
  assert.deepEqual(ledger.listParts(), new Set());
});

/** One build of a site of at most eight files. */
const build = fc.record({
  words: fc.nat(2),
  venue: fc.constantFrom('Pier', 'Quay'),
  wanted: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']),
  /** Taken out of the folder by somebody before it. */
  missing: fc.subarray(['a', 'b', '_headers'], { maxLength: 1 }),
  reads: fc.subarray(
    ['papers', 'paper/sorting#title', 'paper/sorting#facts.words', 'paper/sorting#venue'].concat([
      'paper/sorting#facts.words,venue',
      'paper/counting',
      'share/row',
      'share/list',
    ]),
  ),
});

test('whatever is built one after another, just what is as it was is current', () => {
  const states = (one: { words: number; venue: string }) => {
    const cells = cellsOf((stuff) => {
      paperOf(stuff, 'sorting').facts!.words = one.words;
      paperOf(stuff, 'sorting').venue = one.venue;
    });
    const row = `row ${one.words % 2}`;
    const parts: Record<string, string> = { 'share/row': row, 'share/list': `list of ${row}` };
    return { cells, parts, stateOf: (cell: string) => parts[cell] ?? cells.hashOf(cell) };
  };
  const sequence = fc.array(build, { minLength: 2, maxLength: 40 });
  const run = (builds: typeof sequence extends fc.Arbitrary<infer All> ? All : never) => {
    rmSync(file, { recursive: true, force: true });
    /** What each file was made from. */
    const made = new Map<string, Map<string, string>>();
    let headers: string | undefined;
    let newest = '';
    let before = new Set<string>();
    for (const one of builds) {
      const ledger = Ledger.read(file, 'program', newest);
      const { cells, parts, stateOf } = states(one);
      if (!ledger.isEmpty)
        ledger.forgetMissing(new Set([...before].filter((name) => !one.missing.includes(name))));
      for (const name of one.missing) made.delete(name);
      if (one.missing.includes('_headers')) headers = undefined;
      const share = (name: string, reads: string[]) => {
        const value = parts[`share/${name}`] ?? '';
        const current = ledger.currentPart(name, cells);
        if (current === undefined) ledger.setPart(name, value, reads);
        else assert.equal(current, value);
      };
      share('row', ['paper/sorting#facts.words']);
      share('list', ['share/row', 'papers']);
      for (const name of one.wanted) {
        const reads = made.get(name);
        const isCurrent =
          reads !== undefined && [...reads].every(([cell, state]) => stateOf(cell) === state);
        assert.equal(ledger.hasCurrent(name, cells), isCurrent, name);
        if (isCurrent) continue;
        ledger.setOutput(name, one.reads);
        made.set(name, new Map(one.reads.map((cell) => [cell, stateOf(cell)])));
      }
      ledger.keepOutputs(new Set(one.wanted));
      for (const name of made.keys()) if (!one.wanted.includes(name)) made.delete(name);
      assert.equal(ledger.setExtra('_headers', one.venue), headers !== one.venue);
      headers = one.venue;
      const files = new Set([...one.wanted, '_headers']);
      assert.deepEqual(ledger.listFiles(), files);
      const gone = ledger.listGone();
      for (const name of before)
        assert.ok(files.has(name) || gone.includes(name) || one.missing.includes(name));
      for (const name of gone) assert.ok(!files.has(name));
      before = files;
      newest = ledger.write(file, cells);
    }
  };
  fc.assert(fc.property(sequence, run), { numRuns: 100, seed: 7 });
});

test('files that are not wanted any more are gone', () => {
  const ledger = keep((one) => {
    for (const output of ['a.html', 'b.html', 'c.html']) one.setOutput(output, []);
    for (const extra of ['_headers', 'c.txt', 'd.txt']) one.setExtra(extra, 'x');
  });
  ledger.keepOutputs(new Map([['a.html', 0]]));
  // Made by a page before, and by none now.
  ledger.setExtra('b.html', 'y');
  ledger.setExtra('_headers', 'x');
  ledger.setOutput('d.txt', []);
  assert.deepEqual(ledger.listGone().sort(), ['c.html', 'c.txt']);
  assert.deepEqual([...ledger.listFiles()].sort(), ['_headers', 'a.html', 'b.html', 'd.txt']);
});

test('a file that no page makes is written when it is new or another', () => {
  const ledger = keep((one) => {
    assert.equal(one.setExtra('_headers', 'x'), true);
    one.setExtra('robots.txt', 'x');
  });
  assert.equal(ledger.setExtra('_headers', 'x'), false);
  assert.equal(ledger.setExtra('robots.txt', 'y'), true);
  assert.equal(ledger.setExtra('icon.svg', 'x'), true);
});
