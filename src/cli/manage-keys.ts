import { ApiKeyRepository, ApiKeyService, migrateUp, openDatabase, SCOPES, type Scope } from '../platform/index.js';
import { callOwner, findServingOwner } from './call-owner.js';
import { readArgs, UsageError, type Command, type CommandContext } from './command.js';

interface ListedKey {
  key_id: string;
  name: string;
  scopes: readonly string[];
  user_id: string | null;
  created_at: string;
  revoked_at: string | null;
}

/** The three operations, whoever carries them out: the running owner of the database, or this process. */
interface KeyDesk {
  create(name: string, scopes: Scope[], userId: string | null): Promise<{ key: string; key_id: string }>;
  list(): Promise<ListedKey[]>;
  revoke(keyId: string): Promise<void>;
}

const USAGE = `Usage:
  npm run keys -- create --name NAME --scopes read,converse[,write,admin] [--user USER_ID]
  npm run keys -- list
  npm run keys -- revoke KEY_ID`;

export const manageKeys: Command = async (context) => {
  const [action, ...rest] = context.args;
  switch (action) {
    case 'create':
      return withDesk(context, (desk) => createKey(desk, rest, context.print));
    case 'list':
      return withDesk(context, (desk) => listKeys(desk, context.print));
    case 'revoke': {
      const [keyId] = rest;
      if (keyId === undefined) throw new UsageError(USAGE);
      return withDesk(context, async (desk) => {
        await desk.revoke(keyId);
        context.print(`Revoked ${keyId}.`);
      });
    }
    default:
      throw new UsageError(USAGE);
  }
};

async function createKey(desk: KeyDesk, args: string[], print: (line: string) => void): Promise<void> {
  const { values } = readArgs({
    args,
    options: {
      name: { type: 'string' },
      scopes: { type: 'string', default: 'read,converse' },
      user: { type: 'string' },
    },
  });
  if (values.name === undefined || values.name.trim() === '') throw new UsageError(USAGE);
  const scopes = values.scopes.split(',').map((scope) => scope.trim());
  const unknown = scopes.filter((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown.length > 0) throw new UsageError(`Unknown scope ${unknown.join(', ')}; there are ${SCOPES.join(', ')}.`);
  const { key, key_id } = await desk.create(values.name, scopes as Scope[], values.user ?? null);
  print(key);
  process.stderr.write(`Key ${key_id} for "${values.name}". This is the only time it is shown.\n`);
}

async function listKeys(desk: KeyDesk, print: (line: string) => void): Promise<void> {
  const keys = await desk.list();
  if (keys.length === 0) print('There are no keys yet.');
  for (const { key_id, name, scopes, user_id, created_at, revoked_at } of keys) {
    const bound = user_id === null ? '' : `  user ${user_id}`;
    print(
      `${key_id}  ${revoked_at === null ? 'active ' : 'revoked'}  ${created_at}  ${scopes.join(',')}${bound}  ${name}`,
    );
  }
}

async function withDesk(context: CommandContext, work: (desk: KeyDesk) => Promise<void>): Promise<number> {
  const owner = findServingOwner(context.config);
  if (owner !== undefined) {
    await work(deskOfOwner(owner));
    return 0;
  }
  const database = await openDatabase(context.config, context.log);
  try {
    await migrateUp(database.dataSource, context.log);
    await work(deskOfService(new ApiKeyService(new ApiKeyRepository(database.dataSource), context.log)));
    return 0;
  } finally {
    await database.close();
  }
}

function deskOfOwner(owner: { url: string; token: string }): KeyDesk {
  return {
    create: async (name, scopes, userId) =>
      (await callOwner(owner, 'POST', '/api/v1/keys', { name, scopes, user_id: userId })) as {
        key: string;
        key_id: string;
      },
    list: () =>
      collectPages(async (cursor) => {
        const query = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        return (await callOwner(owner, 'GET', `/api/v1/keys?limit=100${query}`)) as KeyPage;
      }),
    revoke: async (keyId) => {
      await callOwner(owner, 'DELETE', `/api/v1/keys/${encodeURIComponent(keyId)}`);
    },
  };
}

function deskOfService(service: ApiKeyService): KeyDesk {
  return {
    create: async (name, scopes, userId) => {
      const { key, record } = await service.create({ name, scopes, userId });
      return { key, key_id: record.key_id };
    },
    list: () =>
      collectPages(async (cursor) => {
        const { data, page } = await service.list(100, cursor ?? undefined);
        return {
          page,
          data: data.map((row) => ({
            ...row,
            created_at: row.created_at.toISOString(),
            revoked_at: row.revoked_at?.toISOString() ?? null,
          })),
        };
      }),
    revoke: (keyId) => service.revoke(keyId),
  };
}

interface KeyPage {
  data: ListedKey[];
  page: { next_cursor: string | null };
}

async function collectPages(fetchPage: (cursor: string | null) => Promise<KeyPage>): Promise<ListedKey[]> {
  const keys: ListedKey[] = [];
  let cursor: string | null = null;
  do {
    const { data, page }: KeyPage = await fetchPage(cursor);
    keys.push(...data);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return keys;
}
