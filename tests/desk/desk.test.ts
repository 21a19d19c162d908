import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Assistant } from '../../src/desk/assistant.ts';
import { begin } from '../../src/desk/begin.ts';
import { offsetOf } from '../../src/desk/caret.ts';
import type { Answer, Request } from '../../src/desk/messages.ts';
import type { Known } from '../../src/digest/known.ts';

test('a line and column are a place in the text, and never outside of it', () => {
  const text = 'ab\ncde\n\nf';
  const cases: [line: number, column: number, offset: number][] = [
    [1, 1, 0],
    [2, 3, 5],
    [2, 9, 6],
    [3, 1, 7],
    [4, 1, 8],
    [9, 1, 9],
  ];
  for (const [line, column, offset] of cases) assert.equal(offsetOf(text, line, column), offset);
});

/** A worker that answers what it is told to, or nothing. */
class Puppet extends EventTarget {
  static ended = 0;
  postMessage(request: Request): void {
    const answer: Answer | undefined =
      request.kind === 'open'
        ? { kind: 'open', issues: [], folder: 'content' }
        : request.kind === 'begin' && request.given !== 'never'
          ? { kind: 'begin', id: request.id, text: request.given }
          : undefined;
    if (answer)
      queueMicrotask(() =>
        this.dispatchEvent(Object.assign(new Event('message'), { data: answer })),
      );
  }
  terminate(): void {
    Puppet.ended += 1;
  }
}

test('an answer that does not come in time ends the worker, and the next has a new one', async () => {
  let made = 0;
  const make = () => {
    made += 1;
    return new Puppet() as unknown as Worker;
  };
  const assistant = new Assistant(make, '/known.json', 30);
  const ask = (given: string) => assistant.ask({ kind: 'begin', given, today: '2026-01-01' });
  assert.deepEqual(await ask('a'), { kind: 'begin', id: 1, text: 'a' });
  const answers = await Promise.all([ask('never'), ask('b')]);
  assert.deepEqual(answers, [{ kind: 'late' }, { kind: 'begin', id: 3, text: 'b' }]);
  assert.deepEqual([made, Puppet.ended], [2, 1]);
});

test('a worker that does not start is an error, and is tried again', async () => {
  const broken = class extends Puppet {
    override postMessage(): void {
      queueMicrotask(() => this.dispatchEvent(new Event('error')));
    }
  };
  const assistant = new Assistant(() => new broken() as unknown as Worker, '/known.json', 30);
  const ask = () => assistant.ask({ kind: 'begin', given: '', today: '2026-01-01' });
  await assert.rejects(ask(), /did not start/);
  await assert.rejects(ask(), /did not start/);
});

const known = {
  entries: [{ kind: 'tags', id: 'tags', data: { memory: { label: 'Memory' } } }],
} as unknown as Known;

test('a text begins with what is known of its paper', async () => {
  const made = await begin('https://arxiv.org/abs/2501.00663v1', '2026-03-30', known);
  assert.ok('text' in made);
  assert.match(made.text, /^---\n/);
  for (const part of [
    'arxiv: 2501.00663v1',
    'summarised: 2026-03-30',
    'memory',
    '## The key idea',
  ]) {
    assert.ok(made.text.includes(part), part);
  }
  const bare = await begin(' ', '2026-03-30', known);
  assert.ok('text' in bare && !bare.text.includes('arxiv:'));
  const refused = await begin('hello', '2026-03-30', known);
  assert.ok('refusal' in refused);
  assert.match(refused.refusal, /^`hello` names no paper\. Write an arXiv id/);
});
