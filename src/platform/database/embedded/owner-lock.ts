import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../../startup-error.js';
import { canBeAsked, identifySelf, isAlive, type ProcessIdentity } from './process-identity.js';

/** What the lock file says of the folder's owner. `url` is null until the owner listens (or when it never does). */
export interface FolderOwner extends ProcessIdentity {
  url: string | null;
  /** Lets commands on this machine act through the owner's API; it dies with the owner. */
  token: string;
}

const LOCK_FILE = 'owner.lock';

/**
 * The exclusive right to an embedded database's folder, as a file of mode 0600. The embedded database takes no lock of
 * its own, and two processes on one folder lose committed rows silently. The right of a process that is gone passes on at
 * once; it never expires by age, because a busy process must not lose it.
 */
export class OwnerLock {
  private constructor(
    private readonly path: string,
    private owner: FolderOwner,
  ) {}

  /** @throws StartupError `folderInUse` naming the living owner, `folderUnusable` when it cannot be written */
  static acquire(dir: string): OwnerLock {
    const owner: FolderOwner = { ...identifySelf(), url: null, token: randomBytes(24).toString('base64url') };
    const path = join(dir, LOCK_FILE);
    try {
      mkdirSync(dir, { recursive: true });
      takeFile(path, owner, dir);
    } catch (error) {
      throw error instanceof StartupError ? error : folderUnusable(dir, error);
    }
    return new OwnerLock(path, owner);
  }

  /** The living owner of a folder, or undefined when it is free. */
  static findOwner(dir: string): FolderOwner | undefined {
    const owner = readOwner(join(dir, LOCK_FILE));
    return owner !== undefined && isAlive(owner) ? owner : undefined;
  }

  get token(): string {
    return this.owner.token;
  }

  /** Publishes where the owner listens. */
  announce(url: string): void {
    this.owner = { ...this.owner, url };
    const draft = `${this.path}.${this.owner.token}`;
    writeFileSync(draft, JSON.stringify(this.owner), { mode: 0o600 });
    renameSync(draft, this.path);
  }

  release(): void {
    if (readOwner(this.path)?.token === this.owner.token) rmSync(this.path, { force: true });
  }
}

/**
 * Makes `path` ours. Linking a finished file is atomic, so nobody reads half a lock. To remove a dead owner's lock one must
 * first own the file named after that owner's token: of any number of heirs exactly one removes it, and an heir that dies
 * meanwhile is inherited from by the same rule.
 */
function takeFile(path: string, owner: FolderOwner, dir: string): void {
  const draft = `${path}.${owner.token}`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    while (!tryLink(draft, path)) {
      const holder = readOwner(path);
      if (holder === undefined) continue;
      if (isAlive(holder)) throw folderInUse(dir, holder);
      const inheritance = `${path}.${holder.token}.heir`;
      takeFile(inheritance, owner, dir);
      if (readOwner(path)?.token === holder.token) rmSync(path);
      rmSync(inheritance);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP') return tryCopy(from, to);
    throw error;
  }
}

/** For file systems without hard links: still exclusive, though a reader may meet a file that is not finished. */
function tryCopy(from: string, to: string): boolean {
  try {
    writeFileSync(to, readFileSync(from), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(path: string): FolderOwner | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as FolderOwner;
  } catch (error) {
    throw new StartupError(
      'folderInUse',
      `The lock file ${path} is not readable; delete it if no other process uses the folder.`,
      {
        cause: error,
      },
    );
  }
}

function folderUnusable(dir: string, cause: unknown): StartupError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'it is on a read-only file system',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'part of its path is a file',
    EEXIST: 'it is a file',
  };
  const reason = reasons[code] ?? `error ${code}`;
  return new StartupError(
    'folderUnusable',
    `The data folder ${dir} cannot be used: ${reason}; set DATA_DIR to another folder.`,
    {
      cause,
    },
  );
}

function folderInUse(dir: string, holder: FolderOwner): StartupError {
  const where = holder.url === null ? '' : ` (it listens on ${holder.url})`;
  return new StartupError(
    'folderInUse',
    `The data folder ${dir} is in use by process ${holder.pid} on ${holder.host}${where}; stop it, or set DATA_DIR to another folder.${canBeAsked(holder) ? '' : ` If that process is gone for good, delete ${join(dir, LOCK_FILE)}.`}`,
  );
}
