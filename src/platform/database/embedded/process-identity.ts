import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What tells a process from any other that ever ran: a pid alone is reused, a pid with its start time and boot is not. */
export interface ProcessIdentity {
  pid: number;
  host: string;
  /** Identifies the boot of the machine; null where the system does not say. */
  bootId: string | null;
  /** Start of the process in the system's own notation; null where it cannot be read. */
  startedAt: string | null;
}

/** The identity of this process. */
export function identifySelf(): ProcessIdentity {
  return { pid: process.pid, host: hostname(), bootId: readBootId(), startedAt: readStartTime(process.pid) };
}

/**
 * Whether the process is still there. Unknown counts as alive: refusing to start is repaired by a person in a minute,
 * two owners of one folder lose rows.
 */
export function isAlive(identity: ProcessIdentity): boolean {
  if (!canBeAsked(identity)) return true;
  const bootId = readBootId();
  if (bootId !== null && identity.bootId !== null && bootId !== identity.bootId) return false;
  if (!processExists(identity.pid)) return false;
  const startedAt = readStartTime(identity.pid);
  return startedAt === null || identity.startedAt === null || startedAt === identity.startedAt;
}

/** Whether this machine can tell if the process lives: of another machine, or another container, it cannot. */
export function canBeAsked(identity: ProcessIdentity): boolean {
  return identity.host === hostname();
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** Field 22 of /proc/<pid>/stat (clock ticks since boot, proc(5)) on Linux, `ps -o lstart=` elsewhere. */
function readStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return readStartTimeFromPs(pid);
  }
}

function readStartTimeFromPs(pid: number): string | null {
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 2_000 }).trim() || null
    );
  } catch {
    return null;
  }
}
