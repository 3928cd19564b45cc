import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { ProblemError } from '../errors/problem-error.js';
import { findCaller } from './require-scope.js';
import { takeToken } from './take-token.js';

/** Above this, callers whose allowance is full again are forgotten; memory stays bounded by the callers of a minute. */
const SWEEP_ABOVE = 10_000;

/**
 * So many requests a minute per key, or per address where there is no key, over all routes together. Counted in the
 * process: N replicas allow N times as many. Routes without a caller (health, metrics) are free.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  /** When each caller's allowance is full again. */
  private readonly fullAtMs = new Map<string, number>();

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const perMinute = this.config.http.rateLimitPerMinute;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = findCaller(request);
    if (perMinute === 0 || caller === undefined) return true;
    this.take(caller.keyId === null ? `ip:${request.ip}` : `key:${caller.keyId}`, perMinute);
    return true;
  }

  private take(tracker: string, perMinute: number): void {
    const nowMs = performance.now();
    if (this.fullAtMs.size > SWEEP_ABOVE) this.sweep(nowMs);
    const { fullAtMs, retryAfterSeconds } = takeToken(this.fullAtMs.get(tracker), perMinute, nowMs);
    this.fullAtMs.set(tracker, fullAtMs);
    if (retryAfterSeconds > 0) {
      throw new ProblemError('rate_limited', `At most ${perMinute} requests a minute.`, { retryAfterSeconds });
    }
  }

  private sweep(nowMs: number): void {
    for (const [tracker, fullAtMs] of this.fullAtMs) if (fullAtMs <= nowMs) this.fullAtMs.delete(tracker);
  }
}
