/**
 * Makes `dist/embedded-template.tar.gz`: a data directory of the embedded database with every migration applied. A first
 * start unpacks it instead of running initdb, which takes many times as long on a slow disk.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { packageRoot } from '../dist/src/platform/config/package-root.js';
import { embeddedOptions } from '../dist/src/platform/database/data-source-options.js';
import { openEmbedded } from '../dist/src/platform/database/embedded/open-embedded.js';
import { migrateUp } from '../dist/src/platform/database/migrate.js';
import { createEventLog } from '../dist/src/platform/logging/create-event-log.js';

const log = createEventLog({ level: 'warn', format: 'json' });
const embedded = await openEmbedded({ dataDir: null, templateFile: null, log });
const dataSource = await new DataSource(await embeddedOptions(embedded.pglite)).initialize();
await migrateUp(dataSource, log);
await dataSource.query('CHECKPOINT');
const dump = await embedded.pglite.dumpDataDir('gzip');
writeFileSync(join(packageRoot(), 'dist', 'embedded-template.tar.gz'), Buffer.from(await dump.arrayBuffer()));
await dataSource.destroy();
await embedded.close();
