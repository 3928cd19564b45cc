import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import {
  buildOpenApi,
  configureHttpApp,
  createHttpAdapter,
  NestLogAdapter,
  ProblemError,
  serveOpenApi,
  type AppConfig,
  type EventLog,
} from './platform/index.js';

/** The whole application, ready to `init` or `listen`; the process, the tests and the commands start it from here. */
export async function createApp(config: AppConfig, log: EventLog): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, log),
    createHttpAdapter(config),
    {
      logger: new NestLogAdapter(log),
      abortOnError: false,
    },
  );
  prepareApp(app, config);
  return app;
}

/** The part of {@link createApp} that a test module, made in another way, needs too. */
export function prepareApp(app: NestFastifyApplication, config: AppConfig): void {
  configureHttpApp(app, config);
  if (config.role === 'worker') refuseApi(app);
  serveOpenApi(app, buildOpenApi(app));
}

/** A worker answers probes and metrics; requests belong to the processes that serve the API. */
function refuseApi(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const isApi = /^\/(?:api|v1)\//.test(request.url);
      done(isApi ? new ProblemError('not_found', 'This process works on jobs; it serves no API.') : undefined);
    });
}
