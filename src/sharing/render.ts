import satori from 'satori';
import sharp from '../encoder.ts';
import { bold, fonts, italic, measureLine, sans, serif, type Face } from './faces.ts';
import { setFormula } from './formula.ts';
import { isSpelt, measure, spell } from './letters.ts';
import { heightOf, LEADING, setTitle, type Run, type SetTitle } from './lines.ts';
import { pictureSize, sideMargin, type SharingPicture, type TitlePiece } from './picture.ts';
import { renderResiduals } from './residuals.ts';

const TOP = 54;
const BOTTOM = 60;
const HEAD = 42;
const SMALL = 33;
const UNDER_TITLE = 18;
/** Around the residuals, at least. */
const GAP = 32;
/** Of the height of the picture, for its title and for its residuals, at most. */
const MOST_TITLE = 282 / 630;
const MOST_RESIDUALS = 250 / 630;

/** What satori takes: React's elements as plain objects. `svg` is put where satori leaves room for it. */
type Box = {
  type: 'div';
  key: string | null;
  props: { style: object; svg?: string; children?: Box[] | string };
};

/**
 * Draws a sharing picture as PNG. satori lays out and turns all text into paths, so that the
 * machine's own fonts do not matter; formulas and stems join them as they are.
 */
export async function renderSharingPicture(picture: SharingPicture): Promise<Uint8Array> {
  const drawings: string[] = [];
  const { size = pictureSize } = picture;
  const text = await satori(await compose(picture, size), {
    ...size,
    fonts,
    onNodeDetected: ({ props, left, top }) => {
      const svg = props['svg'] as string | undefined;
      if (svg) drawings.push(svg.replace('<svg ', `<svg x="${left}" y="${top}" `));
    },
  });
  const svg = text
    // Of the many masks that satori makes nothing is used; reading them takes a third of the time.
    .replace(/<mask id="satori_om-[^"]*">.*?<\/mask>/g, '')
    .replace('</svg>', () => `${drawings.join('')}</svg>`);
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 32, effort: 1, dither: 0, compressionLevel: 6 })
    .toBuffer();
}

async function compose(
  picture: SharingPicture,
  size: { width: number; height: number },
): Promise<Box> {
  const { colours, site = '', within = '', stretches } = picture;
  const width = size.width - 2 * sideMargin;
  const head = site === '' && within === '' ? 0 : HEAD;
  const title = setTitle(
    await setRuns(picture.title, colours),
    width,
    Math.floor(MOST_TITLE * size.height),
  );
  const line = chooseLine(picture.lines, width);
  const titleHeight = heightOf(title.lines) * title.size;
  const lineHeight = line === '' ? 0 : UNDER_TITLE + SMALL * 1.3;
  const taken = TOP + head + titleHeight + lineHeight + BOTTOM;
  const room = size.height - taken - 2 * GAP;
  const height = Math.floor(Math.min(MOST_RESIDUALS * size.height, room));
  return box(
    {
      ...size,
      flexDirection: 'column',
      justifyContent: 'space-between',
      boxSizing: 'border-box',
      padding: `${TOP}px ${sideMargin}px ${BOTTOM}px`,
      backgroundColor: colours.paper,
      color: colours.ink,
    },
    [
      box({ height: head, justifyContent: 'space-between', alignItems: 'center' }, [
        words(cut(site, bold, width * 0.6), bold, SMALL, {}),
        words(cut(within, bold, width * 0.37), bold, SMALL, { color: colours.live }),
      ]),
      drawing(renderResiduals(stretches, { width, height }, colours), width, height),
      box({ flexDirection: 'column' }, [
        ...title.lines.map(({ runs, above, below }) =>
          box(
            { paddingTop: above * title.size, paddingBottom: below * title.size },
            runs.map((run) => drawRun(run, title)),
          ),
        ),
        ...(line === ''
          ? []
          : [
              words(line, sans, SMALL, {
                marginTop: UNDER_TITLE,
                lineHeight: 1.3,
                color: colours.soft,
              }),
            ]),
      ]),
    ],
  );
}

async function setRuns(
  pieces: readonly TitlePiece[],
  colours: SharingPicture['colours'],
): Promise<Run[]> {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const formula = piece.type === 'formula' ? await setFormula(piece.tex, colours) : undefined;
    const face = piece.type === 'text' && piece.italic ? italic : serif;
    if (formula) runs.push({ type: 'formula', formula });
    else runs.push({ type: 'text', text: spell(piece.text, face), face });
  }
  return runs;
}

/** The first of the lines that fits, or as much of the last as does. */
function chooseLine(lines: readonly string[], width: number): string {
  const spelt = lines.map((line) => spell(line, serif).trim()).filter((line) => line !== '');
  return spelt.find((line) => fits(line, sans, width)) ?? cut(spelt.at(-1) ?? '', sans, width);
}

function fits(text: string, face: Face, width: number): boolean {
  return measure(text, isSpelt(text, face) ? face : serif) * SMALL <= width;
}

/** As much of a small line as `width` pixels hold. */
function cut(text: string, face: Face, width: number): string {
  const spelt = spell(text, serif).trim();
  if (fits(spelt, face, width)) return spelt;
  const letters = [...spelt];
  while (letters.length > 0 && !fits(`${letters.join('')}…`, face, width)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function drawRun(run: Run, { size }: SetTitle): Box {
  if (run.type === 'text') return words(run.text, run.face, size, { lineHeight: LEADING });
  const { svg, width, above, below } = run.formula;
  const { ascent, descent } = measureLine(serif);
  const baseLine = ((LEADING - ascent - descent) / 2 + ascent) * size;
  const [wide, high] = [width * size, (above + below) * size];
  const sized = svg.replace(/ width="\S+" height="\S+"/, ` width="${wide}" height="${high}"`);
  return box({ marginTop: baseLine - above * size, marginBottom: -high }, [
    drawing(sized, wide, high),
  ]);
}

/** A line of text in one face, or in the serif where that face lacks a letter. */
function words(text: string, face: Face, fontSize: number, style: object): Box {
  const { family } = isSpelt(text, face) ? face : serif;
  return box({ fontFamily: family, fontSize, whiteSpace: 'pre', ...style }, text);
}

function drawing(svg: string, width: number, height: number): Box {
  return { type: 'div', key: null, props: { svg, style: { display: 'flex', width, height } } };
}

function box(style: object, children: Box[] | string): Box {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}
