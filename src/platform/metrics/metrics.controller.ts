import { Controller, Get, Inject, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { equalsInConstantTime } from '../auth/key-text.js';
import { readPresentedKey } from '../auth/read-presented-key.js';
import { Public } from '../auth/require-scope.js';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { ProblemError } from '../errors/problem-error.js';
import { Metrics } from './metrics.js';

/** The process's numbers in Prometheus' text format; a scraper has a token of its own, not an API key. */
@ApiExcludeController()
@Controller({ path: 'metrics', version: VERSION_NEUTRAL })
@Public()
export class MetricsController {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly metrics: Metrics,
  ) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const token = this.config.auth.metricsToken;
    if (token !== null && !equalsInConstantTime(readPresentedKey(request.headers) ?? '', token)) {
      throw new ProblemError('unauthorized', 'Send the metrics token as "Authorization: Bearer <token>".', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      });
    }
    void reply.header('Content-Type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
