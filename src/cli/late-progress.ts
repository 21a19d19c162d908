type Output = { write(text: string): unknown; isTTY?: boolean };

/** Shorter work ends before anybody wonders. */
const SILENT = 2_000;
/** Between two lines of a log; a terminal's one line is written anew more often. */
const PAUSE = 10_000;
const REDRAW = 200;

/**
 * Progress of work that never waits, so that no timer would run: told in passing, once it takes over two seconds.
 *
 * @param now milliseconds of a clock
 */
export function tellLate(out: Output, now: () => number = () => performance.now()) {
  const inPlace = out.isTTY === true;
  let next = now() + SILENT;
  let isOpen = false;
  return {
    update(text: string): void {
      if (now() < next) return;
      next = now() + (inPlace ? REDRAW : PAUSE);
      isOpen = inPlace;
      out.write(inPlace ? `\r\u001b[2K${text} …` : `${text} …\n`);
    },
    end(): void {
      if (isOpen) out.write('\r\u001b[2K');
      isOpen = false;
    },
  };
}
