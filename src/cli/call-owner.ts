import { OwnerLock, StartupError, type AppConfig, type FolderOwner } from '../platform/index.js';

/**
 * The process that owns the embedded database, if one lives: commands then act through its API, because two processes on
 * one folder lose rows.
 * @throws StartupError `folderInUse` when the owner has no API to go through (yet)
 */
export function findServingOwner({ database }: AppConfig): (FolderOwner & { url: string }) | undefined {
  if (database.url !== null) return undefined;
  const owner = OwnerLock.findOwner(database.dataDir);
  if (owner === undefined) return undefined;
  if (owner.url === null) {
    throw new StartupError(
      'folderInUse',
      `The data folder ${database.dataDir} is in use by process ${owner.pid}, which does not serve requests; try again when it is done.`,
    );
  }
  return { ...owner, url: owner.url };
}

/** One request to the owner, as the local administrator. */
export async function callOwner(
  owner: { url: string; token: string },
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${owner.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${owner.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return answer;
  const detail = (answer as { detail?: string } | null)?.detail ?? `status ${response.status}`;
  throw new Error(`The running server refused: ${detail}`);
}
