import { type DataSource } from 'typeorm';
import { type AppConfig } from '../config/app-config.js';
import { type EventLog } from '../logging/event-log.js';
import { connect } from './connect.js';
import { configuredOptions, openConfiguredEmbedded } from './database.module.js';

/** The configured database without the application around it, for commands. */
export interface OpenDatabase {
  dataSource: DataSource;
  close(): Promise<void>;
}

/**
 * Opens the configured database as it is: nothing is migrated.
 * @throws StartupError `databaseUnavailable` or `folderInUse`
 */
export async function openDatabase(config: AppConfig, log: EventLog): Promise<OpenDatabase> {
  const embedded = await openConfiguredEmbedded(config, log);
  try {
    const dataSource = await connect(await configuredOptions(config, embedded, log));
    return {
      dataSource,
      close: async () => {
        await dataSource.destroy();
        await embedded?.close();
      },
    };
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}
