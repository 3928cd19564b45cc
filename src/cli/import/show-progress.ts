import cliProgress from 'cli-progress';
import { type Progress } from '../../imports/index.js';

/** Shows how an import goes, on standard error: standard output belongs to its report. */
export interface ProgressView {
  update(progress: Progress): void;
  end(): void;
}

/** On a terminal a bar with speed and remaining time, on a pipe a line for every tenth of the rows. */
export function showProgress(stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? showBar(stream) : showLines(stream);
}

function showBar(stream: NodeJS.WriteStream): ProgressView {
  const bar = new cliProgress.SingleBar({
    stream,
    format: '{bar} {percentage}% | {value}/{total} rows | {speed} rows/s | {eta_formatted} left',
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: true,
  });
  let startedAt: number | null = null;
  return {
    update: ({ rowsRead, rowsTotal }) => {
      if (rowsTotal === null) return;
      if (startedAt === null) bar.start(rowsTotal, rowsRead, { speed: '-' });
      startedAt ??= performance.now();
      bar.update(rowsRead, { speed: rowsPerSecond(rowsRead, startedAt) });
    },
    end: () => {
      bar.stop();
    },
  };
}

function showLines(stream: NodeJS.WritableStream): ProgressView {
  let tenths = -1;
  let startedAt: number | null = null;
  return {
    update: ({ rowsRead, rowsTotal }) => {
      if (rowsTotal === null || rowsTotal === 0) return;
      startedAt ??= performance.now();
      const now = Math.floor((rowsRead * 10) / rowsTotal);
      if (now <= tenths) return;
      tenths = now;
      stream.write(`${rowsRead} of ${rowsTotal} rows read, ${rowsPerSecond(rowsRead, startedAt)} rows/s\n`);
    },
    end: () => undefined,
  };
}

function rowsPerSecond(rows: number, startedAt: number): number {
  const seconds = (performance.now() - startedAt) / 1_000;
  return seconds < 0.001 ? 0 : Math.round(rows / seconds);
}
