/**
 * One line of progress at a time: rewritten in place on a terminal; elsewhere printed every ten
 * seconds, so that nobody takes silence for a hang.
 */
export type Progress = {
  /** Shows a line for as long as some work takes: `Making the pages`. */
  during<T>(text: string, work: Promise<T>): Promise<T>;
  /** Says how far the work has come: `17 pages`. */
  update(detail: string): void;
  /** Prints a line of its own, above the open one. */
  note(text: string): void;
};

type Output = { write(text: string): unknown; isTTY?: boolean };

const CLEAR_LINE = '\r\u001b[2K';

export function createProgress(out: Output = process.stdout): Progress {
  const inPlace = out.isTTY === true;
  let line: { text: string; detail: string; started: number } | undefined;

  const draw = () => {
    if (line === undefined) return;
    const { text, detail, started } = line;
    const state = [detail, formatSeconds(performance.now() - started)].filter(Boolean).join(', ');
    out.write(inPlace ? `${CLEAR_LINE}${text} … ${state}` : `${text} … ${state}\n`);
  };
  const redraw = () => {
    if (inPlace) draw();
  };
  const clear = () => {
    if (inPlace && line !== undefined) out.write(CLEAR_LINE);
  };
  return {
    async during(text, work) {
      line = { text, detail: '', started: performance.now() };
      redraw();
      const timer = setInterval(draw, inPlace ? 1000 : 10_000);
      try {
        return await work;
      } finally {
        clearInterval(timer);
        clear();
        line = undefined;
      }
    },
    update(detail) {
      if (line !== undefined) line.detail = detail;
      redraw();
    },
    note(text) {
      clear();
      out.write(`${text}\n`);
      redraw();
    },
  };
}

/** Milliseconds as `0.4 s`, `12 s`, `2 min 5 s`. */
export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
