export const EMBEDDING_DIMENSIONS = 384;

const MIN_GRAM = 3;
const MAX_GRAM = 5;
/** Beyond this a text is a document, not a passage; the bound keeps one call in the low milliseconds. */
const MAX_CHARS = 16_384;
const SPACE = 32;

/** Words that say how a sentence is built, not what it is about. Without idf they would dominate every vector. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been but by can could did do does for from had has have how i if in into is it its ' +
    'me my no not of on or our please so than that the their them then there these they this those to us was we ' +
    'were what when where which who why will with would you your'
  ).split(' '),
);

/**
 * A unit-length vector of hashed character n-grams (3 to 5 characters of each word, padded by a space on both sides).
 * Signed feature hashing (Weinberger et al. 2009) with sublinear term frequency 1 + ln(tf). Case, width and accents
 * do not count. A text without any letter or digit gets the first unit vector, so that a cosine is always defined.
 */
export function embedText(text: string): Float32Array {
  const codes = padWords(text.slice(0, MAX_CHARS));
  const vector = new Float32Array(EMBEDDING_DIMENSIONS);
  addCounts(vector, countGrams(codes));
  return toUnitLength(vector);
}

const COMBINING_MARKS = /[\u0300-\u036f]/g;
const WORDS = /[\p{L}\p{N}\p{Extended_Pictographic}]+/gu;

/** UTF-16 units of ` word word `, folded, without function words unless there are no others. */
function padWords(text: string): Uint16Array {
  const folded = text.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase();
  const words = folded.match(WORDS) ?? [];
  const telling = words.filter((word) => !FUNCTION_WORDS.has(word));
  const padded = ` ${(telling.length > 0 ? telling : words).join(' ')} `;
  const codes = new Uint16Array(padded.length);
  for (let i = 0; i < padded.length; i++) codes[i] = padded.charCodeAt(i);
  return codes;
}

/** Hash -> count in an open-addressed table; hash 0 marks an empty slot. */
interface GramTable {
  hashes: Uint32Array;
  counts: Uint16Array;
}

function countGrams(codes: Uint16Array): GramTable {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, codes.length * (MAX_GRAM - MIN_GRAM + 1) * 2)));
  const table: GramTable = { hashes: new Uint32Array(capacity), counts: new Uint16Array(capacity) };
  for (let start = 0; start + MIN_GRAM <= codes.length; start++) {
    // One hash grows from 3 to 5 characters instead of three being computed.
    let hash = 0x811c9dc5;
    for (let end = start; end < Math.min(start + MAX_GRAM, codes.length); end++) {
      const code = codes[end] ?? 0;
      hash = Math.imul(hash ^ code, 0x01000193);
      if (end - start + 1 >= MIN_GRAM) addGram(table, mix(hash));
      // A gram may end with the space behind its word but not reach into the next word.
      if (code === SPACE && end > start) break;
    }
  }
  return table;
}

/** FNV-1a leaves the low bits of short inputs alike; this is the finalizer of MurmurHash3. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}

function addGram(table: GramTable, hash: number): void {
  const wanted = hash >>> 0;
  const mask = table.hashes.length - 1;
  let slot = wanted & mask;
  for (;;) {
    const found = table.hashes[slot];
    if (found === wanted || found === 0) break;
    slot = (slot + 1) & mask;
  }
  table.hashes[slot] = wanted;
  table.counts[slot] = (table.counts[slot] ?? 0) + 1;
}

function addCounts(vector: Float32Array, table: GramTable): void {
  for (let slot = 0; slot < table.hashes.length; slot++) {
    const count = table.counts[slot] ?? 0;
    if (count === 0) continue;
    const hash = table.hashes[slot] ?? 0;
    const weight = 1 + Math.log(count);
    const dimension = (hash >>> 1) % EMBEDDING_DIMENSIONS;
    vector[dimension] = (vector[dimension] ?? 0) + ((hash & 1) === 0 ? weight : -weight);
  }
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) {
    vector[0] = 1;
    return vector;
  }
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}
