import { accessSync, constants, existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import {
  migrationStatus,
  openDatabase,
  OwnerLock,
  type FolderOwner,
  StartupError,
  type AppConfig,
} from '../platform/index.js';
import { type Command, type CommandContext } from './command.js';

interface Finding {
  level: 'ok' | 'note' | 'fault';
  text: string;
}

/** Looks at everything a start needs and says what is missing and how to mend it; exit code 1 when there is a fault. */
export const runDoctor: Command = async (context) => {
  const owner = context.config.database.url === null ? OwnerLock.findOwner(context.config.database.dataDir) : undefined;
  const findings = [
    checkNode(),
    ...(await checkDatabase(context, owner)),
    ...checkKnowledge(context.config),
    checkModel(context.config),
    checkAccess(context.config),
    await checkPort(context.config, owner?.url ?? null),
  ];
  for (const { level, text } of findings)
    context.print(`${{ ok: '  ok ', note: 'note ', fault: 'FAULT' }[level]}  ${text}`);
  const faults = findings.filter((finding) => finding.level === 'fault').length;
  context.print(
    faults === 0 ? 'Everything a start needs is there.' : `${faults} fault${faults === 1 ? '' : 's'} to mend.`,
  );
  return faults === 0 ? 0 : 1;
};

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough
    ? { level: 'ok', text: `Node.js ${process.versions.node}` }
    : { level: 'fault', text: `Node.js ${process.versions.node} is too old: 20.19 or newer is needed` };
}

async function checkDatabase(context: CommandContext, owner: FolderOwner | undefined): Promise<Finding[]> {
  if (owner !== undefined) {
    return owner.url === null
      ? [{ level: 'note', text: 'another process is working on the embedded database; look again when it is done' }]
      : [await checkRunningServer(owner.url)];
  }
  const { url, dataDir } = context.config.database;
  if (url === null && !existsSync(dataDir)) {
    const parent = checkFolder(dirname(dataDir));
    return parent.level === 'fault'
      ? [parent]
      : [{ level: 'ok', text: `database: embedded; the first start makes it in ${dataDir}` }];
  }
  const folder = url === null ? [checkFolder(dataDir)] : [];
  if (folder.some(({ level }) => level === 'fault')) return folder;
  try {
    return [...folder, ...(await lookInside(context))];
  } catch (error) {
    if (error instanceof StartupError) return [{ level: 'fault', text: error.message }];
    throw error;
  }
}

async function lookInside({ config, log }: CommandContext): Promise<Finding[]> {
  const database = await openDatabase(config, log);
  try {
    const [facts] = await database.dataSource.query<{ version: string; vector: boolean }[]>(
      "SELECT current_setting('server_version') AS version, EXISTS (SELECT FROM pg_extension WHERE extname = 'vector') AS vector",
    );
    const pending = (await migrationStatus(database.dataSource)).filter((migration) => !migration.applied).length;
    const kind = config.database.url === null ? 'embedded' : 'server';
    return [
      { level: 'ok', text: `database: PostgreSQL ${facts?.version ?? '?'} (${kind})` },
      {
        level: 'ok',
        text: facts?.vector === true ? 'vectors: pgvector' : 'vectors: exact scan, the extension is not installed',
      },
      pending === 0
        ? { level: 'ok', text: 'schema: every migration is applied' }
        : { level: 'note', text: `schema: ${pending} migrations are pending; the next start applies them` },
    ];
  } finally {
    await database.close();
  }
}

async function checkRunningServer(url: string): Promise<Finding> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const { status } = (await response.json()) as { status: string };
    return { level: response.ok ? 'ok' : 'fault', text: `a server runs on ${url} and says: ${status}` };
  } catch {
    return { level: 'fault', text: `a server owns the data folder but does not answer on ${url}` };
  }
}

function checkFolder(dir: string): Finding {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    const { bavail, bsize } = statfsSync(dir);
    const freeMb = Math.floor((bavail * bsize) / 1_048_576);
    return freeMb < 200
      ? { level: 'fault', text: `the data folder ${dir} has ${freeMb} MB left; 200 MB are needed` }
      : { level: 'ok', text: `data folder ${dir} can be written` };
  } catch {
    return { level: 'fault', text: `the data folder ${dir} cannot be written; set DATA_DIR to another one` };
  }
}

function checkKnowledge({ knowledge }: AppConfig): Finding[] {
  if (!existsSync(knowledge.dir)) {
    return [
      {
        level: 'fault',
        text: `the knowledge folder ${knowledge.dir} does not exist; create it or correct KNOWLEDGE_DIR`,
      },
    ];
  }
  const files = readdirSync(knowledge.dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(md|txt)$/i.test(name),
  );
  return [
    files.length === 0
      ? { level: 'note', text: `the knowledge folder ${knowledge.dir} has no .md or .txt file: nothing can be cited` }
      : { level: 'ok', text: `knowledge: ${files.length} documents in ${knowledge.dir}` },
  ];
}

function checkModel({ llm }: AppConfig): Finding {
  return llm.provider === 'offline'
    ? { level: 'ok', text: 'model: offline, needs no key and no network' }
    : {
        level: 'ok',
        text: `model: ${llm.model} at ${llm.baseUrl ?? 'the default address'}, key ${llm.apiKey === null ? 'not set' : 'set'}; offline when it fails`,
      };
}

function checkAccess({ auth, http }: AppConfig): Finding {
  return auth.mode === 'keys'
    ? { level: 'ok', text: 'access: API keys (npm run keys -- create)' }
    : { level: 'note', text: `access: open to everybody who reaches ${http.host}; set AUTH_MODE=keys to ask for keys` };
}

async function checkPort({ http }: AppConfig, ownerUrl: string | null): Promise<Finding> {
  if (ownerUrl !== null) return { level: 'ok', text: 'port: used by the running server' };
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve({ level: 'fault', text: `port ${http.port} on ${http.host} cannot be used; set PORT to another one` });
    });
    probe.listen(http.port, http.host, () => {
      probe.close(() => {
        resolve({ level: 'ok', text: `port ${http.port} on ${http.host} is free` });
      });
    });
  });
}
