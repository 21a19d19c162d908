import assert from 'node:assert/strict';
import test from 'node:test';
import { compileBody } from '../../src/body/compile.ts';
import { issueSections, paperSections } from '../../src/scaffold/sections.ts';

const judge = (source: string) =>
  compileBody(source, { file: 'x.mdx' }).problems.filter(({ severity }) => severity === 'error');

test('the sections of a new paper lack nothing but text', () => {
  assert.deepEqual(
    judge(paperSections).filter(({ code }) => !code.includes('empty')),
    [],
  );
  assert.deepEqual(judge(issueSections), []);
});

test('the examples in the comments can be written so', () => {
  const uncommented = paperSections.replaceAll('{/* ', '').replaceAll('*/}', '');
  assert.deepEqual(judge(uncommented), []);
});
