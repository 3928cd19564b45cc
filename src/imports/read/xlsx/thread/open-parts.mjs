import { openPromise } from 'yauzl';
import { Refusal } from './refusal.mjs';

/** @import { Entry, ZipFile } from 'yauzl' */
/** @import { WorkbookTask } from '../workbook-protocol.js' */

const MAX_ENTRIES = 10_000;
/** Up to here a ratio says nothing: small XML packs to next to nothing. */
const RATIO_COUNTS_FROM = 16 * 1024 * 1024;
const MAX_MERGED = 20_000;

/** The parts of a workbook's archive, by name in lower case: part names do not differ by case. */
export class Parts {
  /**
   * @param {ZipFile} zip
   * @param {ReadonlyMap<string, Entry>} entries
   */
  constructor(zip, entries) {
    this.zip = zip;
    this.entries = entries;
  }

  /** @param {string} name */
  has(name) {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * @param {string} name
   * @throws Refusal `unreadable` for a part that is not there
   */
  async stream(name) {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw new Refusal('unreadable', `The workbook lacks its part ${name.slice(0, 100)}.`);
    return this.zip.openReadStreamPromise(entry);
  }
}

/**
 * Opens the archive and unpacks every part once for its real size: what an archive says of its sizes can be a lie.
 * @param {WorkbookTask} task
 * @returns {Promise<{ parts: Parts, merged: Map<string, string[]> }>} with the merged cells of each part, which stand at
 *   a sheet's end and are needed at its beginning
 */
export async function openParts(task) {
  const zip = await openPromise(task.path, { lazyEntries: true, autoClose: false, validateEntrySizes: false });
  if (zip.entryCount > MAX_ENTRIES) throw new Refusal('archive_bomb', `The archive has ${zip.entryCount} parts.`);
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted())
      throw new Refusal('encrypted_workbook', 'The archive is protected by a password. Remove it.');
    const name = entry.fileName.toLowerCase();
    if (!entries.has(name)) entries.set(name, entry);
  }
  const parts = new Parts(zip, entries);
  return { parts, merged: await inflateAll(parts, task) };
}

/**
 * @param {Parts} parts
 * @param {WorkbookTask} task
 */
async function inflateAll(parts, task) {
  /** @type {Map<string, string[]>} */
  const merged = new Map();
  let total = 0;
  for (const [name, entry] of parts.entries) {
    const ranges = new MergedRanges();
    let inflated = 0;
    for await (const block of /** @type {AsyncIterable<Buffer>} */ (await parts.zip.openReadStreamPromise(entry))) {
      inflated += block.length;
      const isPacked = inflated > RATIO_COUNTS_FROM && inflated > task.maxInflateRatio * entry.compressedSize;
      const isPackedTogether =
        total + inflated > task.maxInflateRatio * Math.max(parts.zip.fileSize, RATIO_COUNTS_FROM / 64);
      if (isPacked || isPackedTogether || total + inflated > task.maxInflatedBytes) {
        throw new Refusal(
          'archive_bomb',
          `The archive unpacks to more than ${total + inflated} bytes, which no table needs.`,
        );
      }
      if (name.includes('/worksheets/')) ranges.push(block);
    }
    total += inflated;
    if (ranges.found.length > 0) merged.set(name, ranges.found);
  }
  return merged;
}

/** Finds `<mergeCell ref="…"/>` in a sheet's bytes, which is far cheaper than parsing it twice. */
class MergedRanges {
  /** @type {string[]} */
  found = [];
  rest = '';

  /** @param {Buffer} block */
  push(block) {
    if (!this.rest.includes('mergeCell') && !block.includes('mergeCell') && !block.includes('<')) return;
    const text = this.rest + block.toString('latin1');
    if (text.includes('mergeCell')) {
      for (const [, range = ''] of text.matchAll(
        /mergeCell\s[^<>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"[^<>]*>/g,
      )) {
        if (this.found.length < MAX_MERGED) this.found.push(range);
      }
    }
    this.rest = text.slice(text.lastIndexOf('<')).slice(0, 200);
  }
}
