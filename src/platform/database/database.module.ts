import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Global, Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type AppConfig } from '../config/app-config.js';
import { packageRoot } from '../config/package-root.js';
import { type EventLog } from '../logging/event-log.js';
import { connect } from './connect.js';
import { embeddedOptions, serverOptions } from './data-source-options.js';
import { openEmbedded, type EmbeddedDatabase } from './embedded/open-embedded.js';
import { migrateUp } from './migrate.js';

/** The open embedded database, or null when a server is configured. */
export const EMBEDDED_DATABASE = Symbol('EMBEDDED_DATABASE');
/** The token in the embedded database's lock file, or null when a server is configured. */
export const LOCAL_OWNER_TOKEN = Symbol('LOCAL_OWNER_TOKEN');
/** In place of a folder: the embedded database in memory (tests, evaluation). */
export const IN_MEMORY = ':memory:';

/** Where the build leaves the migrated data directory that a first start unpacks. */
export function builtTemplate(): string | null {
  const file = join(packageRoot(), 'dist', 'embedded-template.tar.gz');
  return existsSync(file) ? file : null;
}

/** The embedded database the configuration asks for, or null when it names a server. */
export async function openConfiguredEmbedded({ database }: AppConfig, log: EventLog): Promise<EmbeddedDatabase | null> {
  if (database.url !== null) return null;
  const dataDir = database.dataDir === IN_MEMORY ? null : database.dataDir;
  return openEmbedded({ dataDir, templateFile: builtTemplate(), log });
}

/** TypeORM's options for whichever database is configured. */
export async function configuredOptions(
  { database }: AppConfig,
  embedded: EmbeddedDatabase | null,
  log: EventLog,
): Promise<DataSourceOptions> {
  return embedded === null ? serverOptions(database.url ?? '', database, log) : embeddedOptions(embedded.pglite);
}

/** Closes the connection, then the embedded database, then gives the folder back. */
@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(
    @Inject(EMBEDDED_DATABASE) private readonly embedded: EmbeddedDatabase | null,
    private readonly dataSource: DataSource,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.embedded?.close();
  }
}

@Global()
@Module({})
class EmbeddedDatabaseModule {
  static forRoot(config: AppConfig, log: EventLog): DynamicModule {
    return {
      module: EmbeddedDatabaseModule,
      providers: [
        { provide: EMBEDDED_DATABASE, useFactory: () => openConfiguredEmbedded(config, log) },
        {
          provide: LOCAL_OWNER_TOKEN,
          inject: [EMBEDDED_DATABASE],
          useFactory: (embedded: EmbeddedDatabase | null) => embedded?.lock?.token ?? null,
        },
      ],
      exports: [EMBEDDED_DATABASE, LOCAL_OWNER_TOKEN],
    };
  }
}

/** The one connection to PostgreSQL, embedded or server: opened, migrated and closed here. */
@Module({ providers: [DatabaseCloser] })
export class DatabaseModule {
  static forRoot(config: AppConfig, log: EventLog): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        EmbeddedDatabaseModule.forRoot(config, log),
        TypeOrmModule.forRootAsync({
          inject: [EMBEDDED_DATABASE],
          useFactory: async (embedded: EmbeddedDatabase | null) => ({
            ...(await configuredOptions(config, embedded, log)),
            autoLoadEntities: true,
            retryAttempts: 0,
          }),
          dataSourceFactory: async (options) => {
            const dataSource = await connect(options as DataSourceOptions);
            await migrateUp(dataSource, log);
            return dataSource;
          },
        }),
      ],
    };
  }
}
