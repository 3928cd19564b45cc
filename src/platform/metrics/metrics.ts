import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Connections of the database pool, and requests waiting for one. */
export interface PoolCounts {
  total: number;
  idle: number;
  waiting: number;
}

const FAST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * What the process counts, in a registry of its own: prom-client's global one would make a second app in one process
 * (every test) fail. Label values are codes from closed lists, never ids or texts.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly registry = new Registry();

  private readonly http = this.histogram('rapport_http_request_seconds', 'Time to answer a request', FAST_SECONDS, [
    'method',
    'route',
    'status',
  ] as const);
  private readonly turns = this.counter('rapport_turns_total', 'Turns by how they ended', [
    'channel',
    'status',
  ] as const);
  private readonly turnTime = this.histogram('rapport_turn_seconds', 'Time of one turn', TURN_SECONDS, [
    'channel',
  ] as const);
  private readonly tools = this.counter('rapport_tool_calls_total', 'Tool calls', ['tool', 'status'] as const);
  private readonly llmCalls = this.counter('rapport_llm_calls_total', 'Model calls', ['provider', 'status'] as const);
  private readonly retrieval = this.histogram('rapport_retrieval_seconds', 'Time of one search', FAST_SECONDS, [
    'mode',
  ] as const);
  private readonly jobs = this.counter('rapport_jobs_total', 'Background jobs', ['job', 'status'] as const);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** @param route the route's pattern, never the raw path: an id as label would grow the registry without end */
  recordHttp(method: string, route: string, status: number, durationMs: number): void {
    this.http.observe({ method, route, status: String(status) }, durationMs / 1000);
  }

  recordTurn(channel: string, status: string, durationMs: number): void {
    this.turns.inc({ channel, status });
    this.turnTime.observe({ channel }, durationMs / 1000);
  }

  recordTool(tool: string, status: string): void {
    this.tools.inc({ tool, status });
  }

  recordLlmCall(provider: string, status: string): void {
    this.llmCalls.inc({ provider, status });
  }

  recordRetrieval(mode: string, durationMs: number): void {
    this.retrieval.observe({ mode }, durationMs / 1000);
  }

  recordJob(job: string, status: string): void {
    this.jobs.inc({ job, status });
  }

  /** Reads the pool whenever somebody asks for the metrics. */
  watchPool(readPool: () => PoolCounts): void {
    new Gauge({
      name: 'rapport_database_connections',
      help: 'Connections of the database pool, and requests waiting for one',
      labelNames: ['state'] as const,
      registers: [this.registry],
      collect() {
        const { total, idle, waiting } = readPool();
        this.set({ state: 'total' }, total);
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  }

  /** A number that is read whenever somebody asks for the metrics, for example the turns in flight. */
  watch(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }

  private counter<T extends string>(name: string, help: string, labelNames: readonly T[]): Counter<T> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram<T extends string>(name: string, help: string, buckets: number[], labelNames: readonly T[]) {
    return new Histogram<T>({ name, help, buckets, labelNames, registers: [this.registry] });
  }
}
