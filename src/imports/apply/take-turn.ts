import { type EntityManager } from 'typeorm';

/** Any constant does, as long as every process of this product takes the same one. */
const WRITE_LOCK = 7_203_114_002;

/**
 * Imports and rollbacks write one after the other: two at once would meet at the same keys. Also sets what the journal's
 * fingerprints depend on: the text of an instant is that of the session's zone.
 */
export async function takeTurn(manager: EntityManager, isServer: boolean): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
  await manager.query("SET LOCAL TimeZone = 'UTC'");
  await manager.query("SET LOCAL DateStyle = 'ISO, YMD'");
  // Whole sets are sorted and hashed here, once at a time.
  if (isServer) await manager.query("SET LOCAL work_mem = '64MB'");
}
