/**
 * One line of progress at a time: rewritten in place on a terminal, elsewhere printed when
 * it is done and every ten seconds until then, so that nobody takes silence for a hang.
 */
export type Progress = {
  /** Begins a line: `Making the pages`. */
  begin(text: string): void;
  /** Says how far the line has come: `17 pages`. */
  update(detail: string): void;
  /** Ends the line with its outcome, and the time it took: since it began, where not given. */
  end(outcome: string, milliseconds?: number): void;
  /** Prints a line of its own above the open one. */
  note(text: string): void;
  /** Ends the line, where one is open, without an outcome. */
  close(): void;
};

type Output = { write(text: string): unknown; isTTY?: boolean };

const HEARTBEAT = 10_000;

export function createProgress(out: Output = process.stdout): Progress {
  const inPlace = out.isTTY === true;
  let text: string | undefined;
  let detail = '';
  let started = 0;
  let timer: NodeJS.Timeout | undefined;

  const draw = () => {
    const state = [detail, formatSeconds(performance.now() - started)].filter(Boolean).join(', ');
    if (inPlace) out.write(`\r\u001b[2K${text ?? ''} … ${state}`);
    else out.write(`${text ?? ''} … ${state}\n`);
  };
  const stop = () => {
    clearInterval(timer);
    if (inPlace && text !== undefined) out.write('\r\u001b[2K');
    text = undefined;
    detail = '';
  };
  return {
    begin(next) {
      stop();
      text = next;
      started = performance.now();
      if (inPlace) draw();
      timer = setInterval(draw, inPlace ? 1000 : HEARTBEAT);
      timer.unref();
    },
    update(next) {
      detail = next;
      if (inPlace && text !== undefined) draw();
    },
    end(outcome, milliseconds = performance.now() - started) {
      const took = formatSeconds(milliseconds);
      stop();
      out.write(`${outcome} (${took})\n`);
    },
    note(line) {
      out.write(inPlace && text !== undefined ? `\r\u001b[2K${line}\n` : `${line}\n`);
      if (inPlace && text !== undefined) draw();
    },
    close: stop,
  };
}

/** Milliseconds as `0.4 s`, `12 s`, `2 min 5 s`. */
export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
