import { AsyncLocalStorage } from 'node:async_hooks';

interface RequestContext {
  requestId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs the work so that every event logged inside it carries the request id. */
export function runWithRequestId<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work);
}

/** The id of the request being served, or undefined outside one (start, jobs). */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}
