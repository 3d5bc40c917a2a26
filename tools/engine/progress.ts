/** Tells a person what takes so long. */
export interface Progress {
  note(line: string): void;
  /** Shows `what` and the time it takes while `work` runs. A failure is left to the caller to tell. */
  during<T>(what: string, work: () => Promise<T>): Promise<T>;
}

export interface Clock {
  /** Milliseconds from any fixed point. */
  now(): number;
  /** Calls `tick` until the returned function is called. */
  every(milliseconds: number, tick: () => void): () => void;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export function progressOn(stream: ProgressStream, clock: Clock = realClock): Progress {
  const style = stream.isTTY ? inPlace(stream) : lineByLine(stream);
  return {
    note: (line) => {
      stream.write(`${line}\n`);
    },
    during: async (what, work) => {
      const started = clock.now();
      const elapsed = () => duration(clock.now() - started);
      style.begin(what);
      const stop = clock.every(style.interval, () => style.update(what, elapsed()));
      try {
        const result = await work();
        style.end(`${what} … done in ${elapsed()}`);
        return result;
      } catch (error) {
        style.end(undefined);
        throw error;
      } finally {
        stop();
      }
    },
  };
}

interface Style {
  readonly interval: number;
  begin(what: string): void;
  update(what: string, elapsed: string): void;
  end(line: string | undefined): void;
}

function inPlace(stream: ProgressStream): Style {
  const clearLine = "\r\x1b[K";
  // A line that wraps can't be overwritten, so `what` gives way to the time. Some terminals say they have 0 columns.
  const shortened = (what: string, rest: string) =>
    what.slice(0, (stream.columns || 80) - 1 - rest.length) + rest;
  return {
    interval: 1_000,
    begin: (what) => stream.write(clearLine + shortened(what, " … ")),
    update: (what, elapsed) => stream.write(clearLine + shortened(what, ` … ${elapsed}`)),
    end: (line) => stream.write(line === undefined ? clearLine : `${clearLine}${line}\n`),
  };
}

function lineByLine(stream: ProgressStream): Style {
  return {
    interval: 30_000,
    begin: (what) => stream.write(`${what} …\n`),
    update: (what, elapsed) => stream.write(`${what} … ${elapsed}\n`),
    end: (line) => {
      if (line !== undefined) stream.write(`${line}\n`);
    },
  };
}

/** Such as "45 s" and "1 min 20 s". */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const realClock: Clock = {
  now: () => performance.now(),
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds);
    return () => clearInterval(timer);
  },
};
