import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cleanSvg } from '../../src/pictures/svg.ts';

const NS = 'xmlns="http://www.w3.org/2000/svg"';

function clean(source: string) {
  const { made, problems } = cleanSvg(Buffer.from(source), 'plot.svg');
  return { text: made === undefined ? undefined : Buffer.from(made.bytes).toString(), problems };
}

/** What is kept of a drawing's inside. */
function inside(content: string): string {
  const { text, problems } = clean(`<svg ${NS} viewBox="0 0 10 10">${content}</svg>`);
  assert.deepEqual(problems, []);
  return /^<svg[^>]*>(.*)<\/svg>\n$/s.exec(text ?? '')?.[1] ?? '';
}

/** The one problem of a drawing's inside. */
function problem(content: string): string {
  const { text, problems } = clean(`<svg ${NS} viewBox="0 0 10 10">${content}</svg>`);
  assert.equal(text, undefined);
  return problems.map(({ code, message, fix }) => `${code}: ${message} ${fix}`).join('\n');
}

describe('what is kept', () => {
  test('shapes, text and references inside', () => {
    const drawing =
      '<title>A &lt; B</title><defs><marker id="tip" viewBox="0 0 4 4"><path d="M0 0L4 2"/></marker></defs>' +
      '<line x1="0" x2="9" stroke="#000" marker-end="url(#tip)"/><text x="1">½ &amp; π</text>';
    assert.equal(inside(drawing), drawing);
  });

  test('size in pixels, and a viewBox so that it can be scaled', () => {
    assert.equal(
      clean(`<svg ${NS} width="72pt" height="1in"/>`).text,
      '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96"/>\n',
    );
    assert.equal(
      clean(`<svg ${NS} width="100%" height="100%" viewBox="0 0 30.4 20"/>`).text,
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30.4 20"/>\n',
    );
  });

  test('style becomes attributes, and outweighs those that are there', () => {
    assert.equal(
      inside(
        '<path d="M0 0" fill="red" style="fill: none !important; stroke:#1f77b4; -inkscape-x: 1"/>',
      ),
      '<path d="M0 0" fill="none" stroke="#1f77b4"/>',
    );
    assert.equal(
      inside(`<text style="font: italic 10px 'DejaVu Sans'; text-anchor: end">a</text>`),
      `<text font-style="italic" font-size="10px" font-family="'DejaVu Sans'" text-anchor="end">a</text>`,
    );
  });

  test('a Matplotlib file: its rule for all, its metadata and its document type', () => {
    const { text, problems } = clean(`<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="72pt" height="72pt" viewBox="0 0 72 72" ${NS} version="1.1">
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li>Ada</rdf:li></rdf:RDF></metadata>
<defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style><path id="a" d="M0 0"/></defs>
<use xlink:href="#a" class="tick"/></svg>`);
    assert.deepEqual(problems, []);
    assert.equal(
      text,
      '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 72 72">\n\n' +
        '<defs stroke-linejoin="round" stroke-linecap="butt"><path id="a" d="M0 0"/></defs>\n<use href="#a"/></svg>\n',
    );
  });

  test('what a drawing program keeps for itself goes without a word', () => {
    assert.equal(
      inside(
        '<!-- c --><x:grid xmlns:x="urn:inkscape"><x:b/></x:grid><g x:label="1" xmlns:x="urn:inkscape" data-a="b"/>',
      ),
      '<g/>',
    );
  });
});

describe('what is refused', () => {
  const cases: [name: string, content: string, problem: string][] = [
    [
      'a script',
      '<script>alert(1)</script>',
      'svg-script: `plot.svg` has `<script>` in line 1, which runs. Delete it: a picture runs nothing.',
    ],
    [
      'a script in the namespace of HTML',
      '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
      'svg-element: `plot.svg` has `<h:script>` in line 1, which is not taken. Draw it with shapes and text, or save the picture as png.',
    ],
    [
      'an event handler',
      '<path onload="alert(1)"/>',
      'svg-script: `plot.svg` has the event handler `onload`. Delete the attribute: a picture runs nothing.',
    ],
    [
      'a link',
      '<a href="javascript:alert(1)"><path/></a>',
      'svg-link: `plot.svg` has `<a>` in line 1, which is a link. Delete the link and keep what is in it.',
    ],
    [
      'HTML inside',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
      'svg-foreign-object: `plot.svg` has `<foreignObject>` in line 1, which holds what is no picture. Write the text with `<text>` (draw.io: turn off "Formatted text"), or save the picture as png.',
    ],
    [
      'motion',
      '<path><animate attributeName="href" to="javascript:alert(1)"/></path>',
      'svg-animation: `plot.svg` has `<animate>` in line 1, which moves. Delete it: a picture stands still.',
    ],
    [
      'a picture inside',
      '<image href="https://example.org/a.png"/>',
      'svg-image: `plot.svg` has `<image>` in line 1, a picture inside the picture. Draw it, or save the whole picture as png.',
    ],
    [
      'an element named like a property of every object',
      '<constructor/>',
      'svg-element: `plot.svg` has `<constructor>` in line 1, which is not taken. Draw it with shapes and text, or save the picture as png.',
    ],
    [
      'a style sheet',
      '<style>@import url(https://example.org/a.css)</style>',
      'svg-style: `plot.svg` has a `<style>` in line 1. Write the properties as attributes of the shapes (Inkscape: save as plain SVG; svgo: inlineStyles), or save the picture as png.',
    ],
    [
      'a style property',
      '<path style="mix-blend-mode: screen"/>',
      'svg-style: `plot.svg` uses the style property `mix-blend-mode`, which is not taken. Draw it without this property, or save the picture as png.',
    ],
    [
      'use of another file',
      '<use href="other.svg#a"/>',
      'svg-outside-reference: `plot.svg` refers to `other.svg#a` outside itself. Put what it shows into the picture and refer to it by `href="#its-id"`.',
    ],
    [
      'paint from another place',
      '<path fill="url(https://example.org/#a)"/>',
      'svg-outside-reference: `plot.svg` loads something from outside: `fill="url(https://example.org/#a)"`. Put what it shows into the picture and refer to it by `url(#its-id)`.',
    ],
    [
      'the same by an escape',
      '<path style="fill: u\\72l(//example.org)"/>',
      'svg-value: `plot.svg` has `fill="u\\72l(//example.org)"`, and `72l()` is not taken. Write a plain colour or number, or save the picture as png.',
    ],
    [
      'an escape',
      '<path fill="r\\65 d"/>',
      'svg-value: `plot.svg` has `fill="r\\65 d"`, with a sign that could hide something. Write the value without `\\`, `/*` and `@`.',
    ],
    [
      'href where none belongs',
      '<path href="#a"/>',
      'svg-outside-reference: `plot.svg` has `href` on `<path>`. Delete it: a picture leads nowhere and loads nothing.',
    ],
    [
      'an attribute',
      '<path filter="url(#a)"/>',
      'svg-attribute: `plot.svg` has the attribute `filter`, which is not taken. Delete it, or save the picture as png where it changes how it looks.',
    ],
    [
      'an id',
      '<path id="a b"/>',
      'svg-id: `plot.svg` has the id `a b`. Begin it with a letter, and use letters, digits, `-`, `_`.',
    ],
    [
      'one id twice',
      '<path id="a"/><path id="a"/>',
      'svg-id: `plot.svg` has two elements with the id `a`. Give one of them another id.',
    ],
    [
      'a reference to nothing',
      '<use href="#b"/>',
      'svg-unknown-id: `plot.svg` refers to `#b`, and no element has that id. Correct the id, or delete the reference.',
    ],
    [
      'a loop',
      '<g id="a"><use href="#a"/></g>',
      'svg-loop: `plot.svg` shows `#a` inside itself. Take the reference out of the element it leads to.',
    ],
    [
      'an entity',
      '<text>&nbsp;</text>',
      'svg-entity: `plot.svg` is not well-formed XML in line 1: undefined entity. Write the sign itself, or its number: `&#960;` for π.',
    ],
    [
      'an entity, and what else is wrong, once',
      '<text fill="&a;" onload="x()">&nbsp;</text><script/>',
      [
        'svg-entity: `plot.svg` is not well-formed XML in line 1: undefined entity. Write the sign itself, or its number: `&#960;` for π.',
        'svg-script: `plot.svg` has the event handler `onload`. Delete the attribute: a picture runs nothing.',
        'svg-script: `plot.svg` has `<script>` in line 1, which runs. Delete it: a picture runs nothing.',
      ].join('\n'),
    ],
    [
      'an instruction',
      '<?xml-stylesheet href="a.css"?>',
      'svg-instruction: `plot.svg` holds the instruction `<?xml-stylesheet …?>`. Delete it.',
    ],
    [
      'XML that is not well-formed',
      '<g>',
      'svg-xml: `plot.svg` is not well-formed XML in line 1: unexpected close tag. Save the picture again from the program that made it.',
    ],
  ];
  for (const [name, content, expected] of cases) {
    test(name, () => assert.equal(problem(content), expected));
  }

  test('every fault is told, each once', () => {
    assert.equal(
      problem('<path onclick="a"/><path onclick="b"/><script/><image/>').split('\n').length,
      3,
    );
  });
});

describe('what is bounded', () => {
  const again = (count: number) =>
    `svg-too-complex: \`plot.svg\` draws more than ${count} elements by showing some again and again. Draw fewer, or save the picture as png.`;

  test('doubling by reference', () => {
    const doubling = Array.from(
      { length: 20 },
      (_, n) => `<g id="d${n + 1}"><use href="#d${n}"/><use href="#d${n}"/></g>`,
    ).join('');
    assert.equal(problem(`<path id="d0"/>${doubling}`), again(100_000));
  });

  test('a long way from reference to reference, whichever comes first', () => {
    const links = Array.from(
      { length: 5000 },
      (_, n) => `<g id="d${n + 1}"><use href="#d${n}"/></g>`,
    );
    assert.equal(problem(`<path id="d0"/>${links.join('')}`), again(100_000));
    assert.equal(problem(`${links.reverse().join('')}<path id="d0"/>`), again(100_000));
  });

  test('a heavy marker at every point', () => {
    const marker = `<marker id="m">${'<path/>'.repeat(1000)}</marker>`;
    assert.equal(
      problem(`${marker}<path marker-mid="url(#m)" d="${'L1 2'.repeat(500)}"/>`),
      again(100_000),
    );
  });

  test('long values', () => {
    const long = (part: string) => part.repeat(400_000 / part.length);
    const start = process.cpuUsage();
    for (const content of [
      `<path d="${long('a')}"/>`,
      `<path d="${long(' ')}"/>`,
      `<path d="${long('( ')}"/>`,
      `<path fill="url(${long(' ')}"/>`,
      `<path style="${long('/* ')}"/>`,
      `<path style="fill:!${long(' ')}x"/>`,
    ]) {
      clean(`<svg ${NS} viewBox="0 0 10 10">${content}</svg>`);
    }
    clean(`<svg ${NS} width="${long('1')}x" height="1"/>`);
    assert.ok(process.cpuUsage(start).user < 3_000_000);
  });

  test('depth, number, size', () => {
    assert.equal(
      problem('<g>'.repeat(100) + '</g>'.repeat(100)),
      'svg-too-complex: `plot.svg` has elements inside each other more than 64 deep. Ungroup the drawing, or save it as png.',
    );
    assert.equal(
      problem('<g/>'.repeat(30_000)),
      'svg-too-complex: `plot.svg` has more than 20000 elements and texts. Draw fewer points, or save the picture as png.',
    );
  });
});

describe('the file as a whole', () => {
  const cases: [name: string, source: string | Buffer, message: string, fix: string][] = [
    [
      'no size',
      `<svg ${NS}/>`,
      '`plot.svg` does not say how large it is.',
      'Add `viewBox="0 0 640 400"` to its `<svg>`, with its own width and height.',
    ],
    [
      'a viewBox that is none',
      `<svg ${NS} viewBox="0 0 10" width="1" height="1"/>`,
      '`plot.svg` has `viewBox="0 0 10"`, which are not four numbers of a box.',
      'Write left, top, width and height: `viewBox="0 0 640 400"`.',
    ],
    [
      'too large',
      `<svg ${NS} width="1e9" height="1"/>`,
      '`plot.svg` is 1000000000 by 1 pixels large.',
      'Make no side longer than 10000: the viewBox keeps its numbers, width and height are given smaller.',
    ],
    [
      'no namespace',
      '<svg viewBox="0 0 1 1"/>',
      '`plot.svg` lacks the namespace without which no browser shows it.',
      'Begin it with `<svg xmlns="http://www.w3.org/2000/svg" …>`.',
    ],
    [
      'another root',
      '<html xmlns="http://www.w3.org/1999/xhtml"/>',
      '`plot.svg` does not begin with an `<svg>` element.',
      'Save the picture again from the program that made it.',
    ],
    [
      'entities of its own',
      `<!DOCTYPE svg [<!ENTITY a "&b;&b;">]><svg ${NS} viewBox="0 0 1 1">&a;</svg>`,
      '`plot.svg` defines entities of its own in its document type.',
      'Delete the `<!DOCTYPE …>` and write what the entities stand for.',
    ],
    [
      'no UTF-8',
      Buffer.from([0x3c, 0xff]),
      '`plot.svg` is not text in UTF-8.',
      'Save it in UTF-8.',
    ],
    [
      'another encoding by name',
      `<?xml version="1.0" encoding="iso-8859-1"?><svg ${NS}/>`,
      '`plot.svg` says it is in iso-8859-1.',
      'Save it in UTF-8.',
    ],
  ];
  test('entities of its own hide nothing of the rest', () => {
    const codes = (source: string) => clean(source).problems.map(({ code }) => code);
    const rest =
      '<script/><g onload="x()"><foreignObject/></g><use href="https://evil.example/a.svg#a"/>';
    const found = ['svg-entity', 'svg-script', 'svg-foreign-object', 'svg-outside-reference'];
    const dtd = (inside: string) => `<!DOCTYPE svg [${inside}]>`;
    assert.deepEqual(
      codes(`${dtd('<!ENTITY a "&b;&b;">')}<svg ${NS} viewBox="0 0 9 9">&a;${rest}</svg>`).sort(),
      [...found, 'svg-script'].sort(),
    );
    // As Adobe Illustrator writes it.
    const illustrator = `${dtd('<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY st0 "fill:#fff;">')}<svg xmlns="&ns_svg;" viewBox="0 0 9 9">`;
    assert.deepEqual(codes(`${illustrator}<path style="&st0;"/></svg>`), ['svg-entity']);
    assert.deepEqual(codes(`${illustrator}${rest}</svg>`).sort(), [...found, 'svg-script'].sort());
    assert.deepEqual(codes(`${dtd('')}<svg xmlns="&ns;"><script/></svg>`), ['svg-entity']);
  });

  for (const [name, source, message, fix] of cases) {
    test(name, () => {
      const { problems } = cleanSvg(Buffer.from(source), 'plot.svg');
      assert.deepEqual(
        problems.map((one) => [one.message, one.fix]),
        [[message, fix]],
      );
    });
  }

  test('written anew, it is the same once more', () => {
    const first = clean(
      `<svg ${NS} viewBox="0 0 9 9"><g style="fill:red"><text>&amp;&quot;</text></g></svg>`,
    );
    assert.deepEqual(clean(first.text ?? ''), first);
  });
});
