import { Controller, Get, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Public } from '../auth/require-scope.js';
import { DrainState } from './drain-state.js';
import { HealthRegistry, type CheckResult } from './health-registry.js';

interface Readiness {
  status: 'ready' | 'not_ready';
  checks: Record<string, CheckResult | boolean>;
}

/** What an orchestrator asks: is the process alive, and should it get requests. */
@ApiTags('health')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
@Public()
export class HealthController {
  constructor(
    private readonly registry: HealthRegistry,
    private readonly drain: DrainState,
  ) {}

  /** Answers as long as the process can answer anything. */
  @Get('live')
  @ApiOkResponse({ description: 'The process runs.' })
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** Whether requests should be sent here; within two seconds. */
  @Get('ready')
  @ApiOkResponse({ description: 'Everything needed works.' })
  @ApiServiceUnavailableResponse({ description: 'A check failed, or the process is about to stop.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const checks = await this.registry.runAll();
    const ready = !this.drain.draining && Object.values(checks).every((result) => result === 'ok');
    void reply.code(ready ? 200 : 503).header('Cache-Control', 'no-store');
    return { status: ready ? 'ready' : 'not_ready', checks: { ...checks, draining: this.drain.draining } };
  }
}
