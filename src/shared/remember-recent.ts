/**
 * A function that remembers its results for the keys asked for last: at least `max` of them and at most twice as many. For
 * pure functions of texts that come back, such as the passages of the knowledge base; never for what customers write.
 */
export function rememberRecent<K, V extends object>(max: number, make: (key: K) => V): (key: K) => V {
  let recent = new Map<K, V>();
  let older = new Map<K, V>();
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const value = older.get(key) ?? make(key);
    // Two halves instead of an order of use: as bounded, and a look-up moves nothing.
    if (recent.size >= max) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}
