import { Worker } from 'node:worker_threads';
import { FileRefused } from '../file-refused.js';
import { type ReadLimits } from '../read-limits.js';
import { systemCode } from '../system-code.js';
import { type RawRow, type SheetFacts, type WorkbookAnswer, type WorkbookQuestion } from './workbook-protocol.js';

const TOO_MUCH_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** The other side of `thread/workbook.worker.mjs`: asks, bounds every answer in time and ends the thread when it is late. */
export class WorkbookThread {
  private readonly worker: Worker;
  private readonly waiting: { resolve: (answer: WorkbookAnswer) => void; reject: (error: Error) => void }[] = [];
  private ended: FileRefused | undefined;
  private passes = 0;

  constructor(
    private readonly path: string,
    private readonly limits: ReadLimits,
  ) {
    this.worker = new Worker(new URL('./thread/workbook.worker.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.workbookMemoryMb },
      // The thread needs nothing of how this process was started, and is given nothing of its environment.
      execArgv: [],
      env: {},
    });
    this.worker.unref();
    this.worker.on('message', (answer: WorkbookAnswer) => this.waiting.shift()?.resolve(answer));
    this.worker.on('error', (error) => {
      this.end(refusalOf(error));
    });
    this.worker.on('exit', () => {
      this.end(new FileRefused('unreadable', 'Reading the workbook was ended.'));
    });
  }

  /** @throws FileRefused for what is no workbook, or one that cannot be read within the limits */
  async getSheet(): Promise<SheetFacts> {
    const { maxInflatedBytes, maxInflateRatio, maxRecordChars, maxColumns } = this.limits;
    const task = { path: this.path, maxInflatedBytes, maxInflateRatio, maxTextChars: maxRecordChars, maxColumns };
    const answer = await this.ask({ ask: 'sheet', task });
    if (!('sheet' in answer)) throw new FileRefused('unreadable', 'The workbook cannot be read.');
    return answer.sheet;
  }

  /** All rows of the sheet that hold anything, a block at a time; the next block is made while one is used. */
  async *rows(signal?: AbortSignal): AsyncGenerator<RawRow[], void> {
    this.passes += 1;
    const pass = this.passes;
    let done = false;
    let next = this.ask({ ask: 'rows', pass });
    try {
      while (!done) {
        const answer = await next;
        signal?.throwIfAborted();
        if (!('rows' in answer)) return;
        ({ done } = answer);
        if (!done) next = this.ask({ ask: 'rows', pass });
        // Who waits for it is this loop's next turn; until then a failure is nobody's unhandled rejection.
        next.catch(() => undefined);
        yield JSON.parse(answer.rows) as RawRow[];
      }
    } finally {
      if (!done && this.ended === undefined) await this.ask({ ask: 'end', pass }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private async ask(question: WorkbookQuestion): Promise<WorkbookAnswer> {
    if (this.ended !== undefined) throw this.ended;
    const deadline = this.startDeadline();
    try {
      const answer = await new Promise<WorkbookAnswer>((resolve, reject) => {
        this.waiting.push({ resolve, reject });
        this.worker.postMessage(question);
      });
      if ('refused' in answer) throw new FileRefused(answer.refused.code, answer.refused.message);
      return answer;
    } finally {
      deadline.clear();
    }
  }

  private startDeadline(): { clear: () => void } {
    let isMet = false;
    const endThread = (): void => {
      if (isMet) return;
      this.end(new FileRefused('unreadable', 'Reading the workbook took too long.'));
      void this.worker.terminate();
    };
    // Where this process was busy itself the answer lies in its queue: it is looked at before the thread is ended.
    const timer = setTimeout(() => setImmediate(endThread), this.limits.workbookDeadlineMs);
    return {
      clear: () => {
        isMet = true;
        clearTimeout(timer);
      },
    };
  }

  private end(reason: FileRefused): void {
    this.ended ??= reason;
    for (const { reject } of this.waiting.splice(0)) reject(this.ended);
  }
}

function refusalOf(error: unknown): FileRefused {
  return systemCode(error) === TOO_MUCH_MEMORY
    ? new FileRefused('too_large', 'The workbook needs more memory than a file may take. Save the sheet as CSV.')
    : new FileRefused('unreadable', 'The workbook is damaged and cannot be read.');
}
