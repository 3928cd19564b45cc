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

/** The owner answered with a problem; `code` is the problem's. */
export class OwnerRefusal extends Error {
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message);
  }
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
  return readAnswer(response);
}

/** The same with a form, whose parts are sent as they are read. */
export async function sendForm(
  owner: { url: string; token: string },
  path: string,
  form: { contentType: string; parts: AsyncIterable<Uint8Array> },
): Promise<unknown> {
  const request: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': form.contentType },
    body: ReadableStream.from(form.parts),
    duplex: 'half',
  };
  return readAnswer(await fetch(`${owner.url}${path}`, request));
}

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return answer;
  const { detail, code } = (answer ?? {}) as { detail?: string; code?: string };
  throw new OwnerRefusal(`The running server refused: ${detail ?? `status ${response.status}`}`, code ?? null);
}
