import { styleText } from 'node:util';

/** How a build says where it is. Everything goes to standard error: standard output is for results. */
export interface Report {
  /** A step begins; the one before is over. */
  step(name: string, detail: string): void;
  /** More about the step that runs: how far a download is, which version was found. */
  detail(text: string): void;
  /** One line between steps. */
  note(text: string): void;
  /** The last step is over. */
  end(): void;
  /** Steps so far: name → seconds. */
  readonly times: ReadonlyMap<string, number>;
}

/** Prints a line per step with its time; on a terminal the running step is shown while it runs. */
export function lineReport(out: NodeJS.WriteStream = process.stderr): Report {
  const live = Boolean(out.isTTY);
  const times = new Map<string, number>();
  let step: { name: string; detail: string; start: number } | undefined;

  const line = (name: string, detail: string) => `  ${name.padEnd(10)}${detail}`;
  const clear = () => live && out.write('\r\x1b[K');
  const show = () => live && step && out.write(line(step.name, step.detail).slice(0, (out.columns || 80) - 1));

  return {
    times,
    step(name, detail) {
      this.end();
      step = { name, detail, start: performance.now() };
      show();
    },
    detail(text) {
      if (!step) return;
      step.detail = text;
      clear();
      show();
    },
    note(text) {
      clear();
      out.write(`  ${text}\n`);
      show();
    },
    end() {
      if (!step) return;
      const seconds = (performance.now() - step.start) / 1000;
      times.set(step.name, (times.get(step.name) ?? 0) + seconds);
      clear();
      out.write(`${line(step.name, step.detail.padEnd(60))} ${paint('dim', `${seconds.toFixed(1)} s`, out)}\n`);
      step = undefined;
    },
  };
}

/** Says nothing; for callers that want the result only. */
export const silentReport: Report = { times: new Map(), step() {}, detail() {}, note() {}, end() {} };

/** Styled where the stream shows it: not in a file, and not under NO_COLOR. */
export function paint(style: 'dim' | 'bold' | 'red' | 'green' | 'cyan', text: string, out: NodeJS.WriteStream): string {
  const wanted = out.isTTY ? !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb' : false;
  return wanted || process.env['FORCE_COLOR'] ? styleText(style, text) : text;
}
