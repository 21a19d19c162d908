import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  html,
  parse,
  parseFragment,
  type DefaultTreeAdapterTypes as Parse5,
  type ParserError,
} from 'parse5';
import { attribute, readPages, textOf } from './site.ts';

const pages = readPages();

const INTERACTIVE = new Set(['a', 'button', 'select', 'textarea', 'label', 'summary', 'details']);
const PHRASING_ONLY = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'em', 'strong', 'b', 'i', 'sub', 'sup'],
  ...['code', 'kbd', 'abbr', 'cite', 'time', 'small', 'label', 'button', 'pre', 'dt'],
]);
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'details', 'dialog', 'div', 'dl', 'fieldset'],
  ...['figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr'],
  ...['main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul', 'li', 'dt', 'dd'],
]);
/** What may stand directly in them, besides scripts and templates. */
const CHILDREN: Record<string, string[]> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd', 'div'],
  table: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr'],
  tr: ['td', 'th'],
};

const isElement = (node: Parse5.Node | null): node is Parse5.Element =>
  node !== null && 'tagName' in node;

function* ancestors(element: Parse5.Element): Generator<Parse5.Element> {
  for (let node: Parse5.Node | null = element.parentNode; isElement(node); node = node.parentNode) {
    yield node;
  }
}

/** What HTML's content models forbid of an element where it stands. */
function* judge(element: Parse5.Element): Generator<string> {
  if (element.namespaceURI !== html.NS.HTML) return;
  const { tagName } = element;
  for (const outer of ancestors(element)) {
    const isPressed = outer.tagName === 'a' || outer.tagName === 'button';
    if (isPressed && INTERACTIVE.has(tagName)) yield `<${tagName}> in <${outer.tagName}>`;
    if (isPressed && attribute(element, 'tabindex') !== undefined) {
      yield `a focus of its own in <${outer.tagName}>`;
    }
    if (outer.tagName === 'summary' && tagName === 'a') yield '<a> in <summary>';
  }
  if (tagName === 'img' && attribute(element, 'alt') === undefined) yield '<img> without alt';
  const parent = element.parentNode;
  if (!isElement(parent)) return;
  if (PHRASING_ONLY.has(parent.tagName) && BLOCKS.has(tagName)) {
    yield `<${tagName}> in <${parent.tagName}>`;
  }
  const allowed = CHILDREN[parent.tagName];
  if (allowed && ![...allowed, 'script', 'template'].includes(tagName)) {
    yield `<${tagName}> directly in <${parent.tagName}>`;
  }
}

/** What may be pressed and says nothing. */
function isNameless(element: Parse5.Element): boolean {
  if (element.tagName !== 'a' && element.tagName !== 'button') return false;
  return [...wordsOf(element)].every((words) => words.trim() === '');
}

function* wordsOf(element: Parse5.Element): Generator<string> {
  for (const name of ['aria-label', 'title', 'alt']) yield attribute(element, name) ?? '';
  yield textOf(element);
  for (const child of element.childNodes.filter(isElement)) yield* wordsOf(child);
}

test('every page is well-formed HTML', () => {
  for (const { address, html: source } of pages) {
    const errors: string[] = [];
    const onParseError = ({ code, startLine, startCol }: ParserError) =>
      errors.push(`${startLine}:${startCol} ${code}`);
    parse(source, { onParseError });
    assert.deepEqual(errors, [], address);
  }
});

test('nothing stands where HTML does not have it, and what can be pressed holds nothing of its kind', () => {
  const faults = new Set<string>();
  for (const { address, elements } of pages) {
    for (const element of elements) {
      for (const fault of judge(element)) faults.add(`${address}: ${fault}`);
    }
  }
  assert.deepEqual([...faults], []);
});

test('what can be pressed has a name, and what is referred to by an id is there', () => {
  for (const { address, elements } of pages) {
    const ids = new Set(elements.map((element) => attribute(element, 'id')));
    for (const element of elements) {
      assert.ok(!isNameless(element), `${address}: <${element.tagName}> says nothing`);
      for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
        for (const id of (attribute(element, name) ?? '').split(/\s+/).filter(Boolean)) {
          assert.ok(ids.has(id), `${address}: ${name}="${id}"`);
        }
      }
    }
  }
});

test('what is wrong would be found', () => {
  const faultsOf = (source: string) => {
    const found: string[] = [];
    const visit = (node: Parse5.ParentNode) => {
      for (const child of node.childNodes.filter(isElement)) {
        found.push(...judge(child));
        visit(child);
      }
    };
    visit(parseFragment(source));
    return found;
  };
  assert.deepEqual(
    [
      '<a href=x><span><button>y</button></span></a>',
      '<a href=x><span tabindex=0>y</span></a>',
      '<details><summary><a href=x>y</a></summary></details>',
      '<h2><div>x</div></h2>',
      '<ul><p>x</p></ul>',
      '<img src=x>',
    ].flatMap(faultsOf),
    [
      '<button> in <a>',
      'a focus of its own in <a>',
      '<a> in <summary>',
      '<div> in <h2>',
      '<p> directly in <ul>',
      '<img> without alt',
    ],
  );
});
