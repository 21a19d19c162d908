/** What a page does beyond its markup. Every part looks for its own elements and does nothing without them. */
import { startCiting, startCopying } from './copying.ts';
import { startFormulas } from './formulas.ts';
import { startKeeping } from './keeping.ts';
import { startKeys } from './keys.ts';
import { startNews } from './news.ts';
import { startOverflow } from './overflow.ts';
import { startPlace } from './place.ts';
import { startPosition } from './position.ts';
import { startPreviews } from './previews.ts';
import { startSettings } from './settings.ts';
import { startZoom } from './zoom.ts';

// One that fails takes none of the others with it.
for (const start of [
  startSettings,
  startKeys,
  startPosition,
  startPlace,
  startOverflow,
  startFormulas,
  startPreviews,
  startZoom,
  startCopying,
  startCiting,
  startKeeping,
  startNews,
]) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
