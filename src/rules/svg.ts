import type { Field } from './rule.ts';

export const svg: Field = {
  id: 'field-svg',
  title: 'Drawings in SVG',
  rules: [
    {
      code: 'svg-script',
      title: 'A drawing that runs something',
      why: 'A picture is looked at. A script in it could read the page around it, or send its reader elsewhere.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <script>alert(1)</script>
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-element',
      title: 'An element that a drawing does not take',
      why: 'Shapes, text, gradients and what groups them are taken. Filters and films are drawn otherwise by each program.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <video />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-attribute',
      title: 'An attribute that a drawing does not take',
      why: 'Only attributes that are known to draw something, and nothing else, are taken.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" ping="yes" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-animation',
      title: 'A drawing that moves',
      why: 'What moves beside a text cannot be read past, and on paper it would stop anywhere.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4"><animate attributeName="r" to="8" /></circle>
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-link',
      title: 'A link in a drawing',
      why: 'A picture leads nowhere: on the page it is a link itself, to its full size. Addresses belong into the caption.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <a><circle r="4" /></a>
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-image',
      title: 'A picture inside the drawing',
      why: 'Photographs in a drawing keep their size and their metadata, unseen. The whole is better saved as png.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <image width="4" height="4" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <rect width="4" height="4" />
</svg>`,
    },
    {
      code: 'svg-foreign-object',
      title: 'HTML inside a drawing',
      why: 'Some programs write text as a piece of a web page, which others do not show. Draw.io does so unless “Formatted text” is turned off.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <foreignObject><p xmlns="http://www.w3.org/1999/xhtml">gate</p></foreignObject>
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <text y="9">gate</text>
</svg>`,
    },
    {
      code: 'svg-style',
      title: 'A style sheet, or a style that is not known',
      why: 'Rules for the whole drawing would depend on the program that reads them. Written at each shape they say the same everywhere; Inkscape saves so as “plain SVG”.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <style>.gate { fill: red }</style>
  <circle class="gate" r="4" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle fill="red" r="4" />
</svg>`,
    },
    {
      code: 'svg-value',
      title: 'A value that calls something',
      why: 'Colours, numbers and plain transformations are taken; functions that could load, compute or hide something are not.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" fill="image-set(red)" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" fill="red" />
</svg>`,
    },
    {
      code: 'svg-outside-reference',
      title: 'A drawing that refers to something outside',
      why: 'A picture is whole in its file. What it fetched from elsewhere would tell that place who reads here.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <use href="https://example.org/gate.svg#gate" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle id="gate" r="4" /><use href="#gate" x="5" />
</svg>`,
    },
    {
      code: 'svg-unknown-id',
      title: 'A reference to what the drawing does not hold',
      why: 'No element has that id, so nothing would be drawn there.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <use href="#gat" /><circle id="gate" r="4" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <use href="#gate" /><circle id="gate" r="4" />
</svg>`,
    },
    {
      code: 'svg-id',
      title: 'An id that cannot be one, or that stands twice',
      why: 'References are made by ids; they begin with a letter, and each stands for one element.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle id="gate" r="4" /><circle id="gate" r="2" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle id="gate" r="4" /><circle id="valve" r="2" />
</svg>`,
    },
    {
      code: 'svg-loop',
      title: 'A part of the drawing that shows itself',
      why: 'It would be drawn inside itself without end.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <g id="gate"><use href="#gate" /></g>
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <g id="gate"><circle r="4" /></g>
</svg>`,
    },
    {
      code: 'svg-size',
      title: 'A drawing that does not say how large it is',
      why: 'Room for it is kept on the page before it has loaded, so that the text does not jump. The `viewBox` says how much.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg">
  <circle r="4" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-namespace',
      title: 'A drawing without its namespace',
      why: 'Without `xmlns` no browser shows the file by itself, though some show it inside a page.',
      in: 'svg',
      wrong: `<svg viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-xml',
      title: 'A drawing that is not well-formed',
      why: 'SVG is XML: every element is closed, every value stands in quotation marks. A browser shows an error in its place.',
      in: 'svg',
      wrong: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4">
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-entity',
      title: 'A drawing with entities of its own',
      why: 'Entities can unfold to millions of characters, or bring in files. Write the sign itself, or its number.',
      in: 'svg',
      wrong: `<!DOCTYPE svg [<!ENTITY pi "π">]>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <text y="9">&pi;</text>
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <text y="9">π</text>
</svg>`,
    },
    {
      code: 'svg-instruction',
      title: 'A drawing that gives orders to a program',
      why: 'A line with `<?…?>` tells the program that opens the file to do something, such as to load a style sheet.',
      in: 'svg',
      wrong: `<?xml version="1.0"?>
<?xml-stylesheet href="gate.css"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
      right: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-encoding',
      title: 'A drawing that is not in UTF-8',
      why: 'Its letters would be lost, or read as others.',
      in: 'svg',
      wrong: `<?xml version="1.0" encoding="ISO-8859-1"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
      right: `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <circle r="4" />
</svg>`,
    },
    {
      code: 'svg-too-complex',
      title: 'A drawing with too many parts',
      why: 'Twenty thousand shapes make a page slow to scroll and to print. A plot with that many points is better saved as png.',
      in: 'words',
      wrong: 'A scatter plot of 30,000 circles.',
      right: 'One of 500, or a png of it.',
    },
  ],
};
