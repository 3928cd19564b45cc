import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.js';
import { APP_CONFIG, type AppConfig } from './config/app-config.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { EventLog } from './logging/event-log.js';
import { MetricsModule } from './metrics/metrics.module.js';

/** What every feature takes for granted. Global, so that features import each other and nothing else. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: AppConfig, log: EventLog): DynamicModule {
    const shared = [HealthModule, MetricsModule, HttpModule, JobsModule, AuthModule];
    return {
      module: PlatformModule,
      imports: [DatabaseModule.forRoot(config, log), ...shared],
      providers: [
        { provide: APP_CONFIG, useValue: config },
        { provide: EventLog, useValue: log },
      ],
      exports: [APP_CONFIG, EventLog, ...shared],
    };
  }
}
