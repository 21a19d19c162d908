import type { Colour } from '../styles/colours.ts';

/**
 * The stylesheet of a book. Its reader chooses the size, the ground and the ink, and nothing here does: lines take the
 * colour of the text, and only what shows data has the hue. Some programs know neither HTML's newer elements nor
 * `flex`, and set such text somewhere else, so blocks are said to be blocks.
 */
export function renderStylesheet(hue: Colour): string {
  return `body { margin: 0 5%; font-family: "Source Serif 4", "Iowan Old Style", Georgia, serif; line-height: 1.5; text-align: start; }
header, section, nav, figure, figcaption { display: block; }
[hidden] { display: none; }
section { max-width: 38em; margin: 0 auto; }
h1, h2, h3, h4, .kicker, .small, .trust, figcaption, th, td { line-height: 1.35; text-align: start; hyphens: none; -webkit-hyphens: none; }
h1 { margin: 0.6em 0 0.5em; font-size: 1.8em; font-weight: 400; line-height: 1.2; }
h2 { margin: 1.8em 0 0.6em; font-size: 1.25em; font-weight: 600; }
h3, h4, h5, h6 { margin: 1.5em 0 0.5em; font-size: 1em; font-weight: 600; }
h1, h2, h3, h4, h5, h6 { page-break-after: avoid; break-after: avoid; }
p { margin: 0 0 0.8em; orphans: 2; widows: 2; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
header a, .trust a, nav a, .small a, sup a { text-decoration: none; }
sup { font-size: 0.7em; line-height: 1; }
.kicker, .small, .trust, figcaption, table { font-family: "Instrument Sans", "Helvetica Neue", Arial, sans-serif; font-size: 0.85em; }
.lead { margin: 1em 0; font-size: 1.12em; line-height: 1.4; }
header { margin-bottom: 1.8em; }
header .small { margin-bottom: 0.2em; }
.withdrawn { margin: 1em 0; padding: 0.5em 0; border-top: 1px solid; border-bottom: 1px solid; }
.cover { max-width: none; text-align: center; }
.cover img { max-width: 100%; max-height: 95vh; height: auto; width: auto; }
.residuals { margin: 1em 0 1.2em; line-height: 0; }
.residuals svg { width: 100%; height: auto; }
.titlepage h1 { font-size: 2.2em; }
figure { margin: 1.6em 0; page-break-inside: avoid; break-inside: avoid; }
figure p { margin: 0 0 0.5em; text-align: center; }
img { max-width: 100%; height: auto; }
figcaption p { margin: 0; text-align: start; }
pre { margin: 1em 0; padding: 0 0 0 1em; border-left: 1px solid; white-space: pre-wrap; font-size: 0.85em; line-height: 1.4; }
blockquote { margin: 1em 0 1em 1.2em; font-size: 0.92em; }
.formula { margin: 1em 0; overflow-x: auto; overflow-y: hidden; text-align: center; page-break-inside: avoid; break-inside: avoid; }
@supports (display: flex) {
  .formula { display: flex; align-items: center; }
  .formula math { flex: 1 1 auto; margin: 0 auto; }
  .formula span { flex: none; padding-inline-start: 1em; }
}
.wide { margin: 1em 0; overflow-x: auto; }
table { border-collapse: collapse; border-top: 1px solid; border-bottom: 1px solid; }
th, td { padding: 0.3em 1em 0.3em 0; vertical-align: baseline; font-weight: 400; }
thead th { border-bottom: 1px solid; font-weight: 600; }
.right { padding-right: 0; padding-left: 1em; text-align: right; font-variant-numeric: tabular-nums lining-nums; }
.center { text-align: center; }
tr { page-break-inside: avoid; break-inside: avoid; }
.notation { margin-top: 2em; }
.notation table { width: 100%; }
.notation th { width: 6em; }
.notation tr + tr { border-top: 1px solid rgba(128, 128, 128, 0.4); }
.trust { margin: 2em 0 1em; padding-top: 0.5em; border-top: 1px solid rgba(128, 128, 128, 0.4); }
.trust div { margin-bottom: 0.35em; page-break-inside: avoid; break-inside: avoid; }
.trust dt { display: inline; font-weight: 600; }
.trust dd { display: inline; margin: 0 0 0 0.5em; }
nav ol { padding-inline-start: 1.4em; }
nav li { margin-bottom: 0.5em; }
nav li li { margin-bottom: 0.1em; font-size: 0.9em; }
@media (prefers-color-scheme: dark) {
  .residuals [stroke="${hue.light}"] { stroke: ${hue.dark}; }
  .residuals [fill="${hue.light}"] { fill: ${hue.dark}; }
  figure img { background: #dedbd4; }
}
`;
}
