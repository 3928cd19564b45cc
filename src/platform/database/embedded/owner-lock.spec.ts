import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnerLock, type FolderOwner } from './owner-lock.js';
import { identifySelf } from './process-identity.js';

describe('OwnerLock', () => {
  let dir: string;
  const lockFile = (): string => join(dir, 'owner.lock');
  const writeOwner = (owner: Partial<FolderOwner>): void => {
    writeFileSync(lockFile(), JSON.stringify({ ...identifySelf(), url: null, token: 'other', ...owner }));
  };
  /** The pid of a process that has just ended. */
  const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'rapport-lock-'));
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('is a file that only its owner can read, and is gone when released', () => {
    const lock = OwnerLock.acquire(dir);
    expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
    lock.release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('is refused while the owner lives, naming process and address', () => {
    const lock = OwnerLock.acquire(dir);
    lock.announce('http://127.0.0.1:8000');
    expect(() => OwnerLock.acquire(dir)).toThrow(`in use by process ${process.pid}`);
    expect(() => OwnerLock.acquire(dir)).toThrow('http://127.0.0.1:8000');
    expect(OwnerLock.findOwner(dir)).toMatchObject({
      pid: process.pid,
      url: 'http://127.0.0.1:8000',
      token: lock.token,
    });
  });

  it('passes on at once from a process that is gone', () => {
    writeOwner({ pid: deadPid() });
    expect(OwnerLock.findOwner(dir)).toBeUndefined();
    const lock = OwnerLock.acquire(dir);
    expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ token: lock.token });
    expect(readdirSync(dir)).toEqual(['owner.lock']);
  });

  it('passes on from an earlier process of the same number, and from before a restart of the machine', () => {
    if (identifySelf().startedAt === null) throw new Error('this system tells no start times');
    writeOwner({ startedAt: '1' });
    OwnerLock.acquire(dir).release();
    writeOwner({ bootId: 'another boot' });
    OwnerLock.acquire(dir).release();
  });

  it('passes on although an earlier heir died in the middle of inheriting', () => {
    writeOwner({ pid: deadPid(), token: 'first' });
    writeFileSync(
      join(dir, 'owner.lock.first.heir'),
      JSON.stringify({ ...identifySelf(), pid: deadPid(), url: null, token: 'second' }),
    );
    OwnerLock.acquire(dir).release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('never passes on from a process on another machine, which cannot be asked', () => {
    writeOwner({ host: 'elsewhere', pid: deadPid() });
    expect(() => OwnerLock.acquire(dir)).toThrow('on elsewhere');
  });

  it('says why a folder cannot be used', () => {
    writeFileSync(join(dir, 'file'), '');
    for (const path of [join(dir, 'file'), join(dir, 'file', 'below')]) {
      expect(() => OwnerLock.acquire(path)).toThrow(/cannot be used: .*file/);
    }
  });

  it('is not released by somebody who lost it', () => {
    const lock = OwnerLock.acquire(dir);
    writeOwner({ token: 'new owner' });
    lock.release();
    expect(existsSync(lockFile())).toBe(true);
  });

  it('says which file stands in the way when it cannot be read', () => {
    writeFileSync(lockFile(), 'not JSON');
    expect(() => OwnerLock.acquire(dir)).toThrow(lockFile());
  });
});
