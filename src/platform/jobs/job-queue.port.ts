import { type EntityManager } from 'typeorm';

/** Token of the job queue. */
export const JOB_QUEUE = Symbol('JOB_QUEUE');

/** A queue and the type of what its jobs carry; declared once, beside its worker. */
export interface Queue<T extends object> {
  readonly name: string;
  /** Only for the compiler: an example of the data never exists. */
  readonly dataType?: T;
}

export interface JobOptions {
  /** At most one waiting or running job per key. */
  singletonKey?: string;
  retryLimit?: number;
  /** Not before so many seconds from now. */
  delaySeconds?: number;
  /** The transaction the job commits with. */
  manager?: EntityManager;
}

/** A job as its handler sees it. It may run again after a crash: handlers are idempotent. */
export interface Job<T extends object> {
  id: string;
  data: T;
}

export type JobHandler<T extends object> = (job: Job<T>) => Promise<void>;

/** Work that outlives a request. Jobs are rows: they survive a crash and run again until they succeed or give up. */
export interface JobQueue {
  /** Declares a queue and who works on it. Call it in `onModuleInit`; work begins when the process is up (and its role allows). */
  work<T extends object>(queue: Queue<T>, handler: JobHandler<T>): void;
  /** The same, on a schedule in cron's notation (UTC). */
  schedule(queue: Queue<object>, cron: string, handler: JobHandler<object>): void;
  /** Puts a job in a declared queue and returns its id, or null when its singleton key is taken. */
  enqueue<T extends object>(queue: Queue<T>, data: T, options?: JobOptions): Promise<string | null>;
  /** Looks for work in the queue now instead of at the next poll, where this process works on it. */
  nudge<T extends object>(queue: Queue<T>): void;
}
