import { type EntityManager } from 'typeorm';

/** What `varyWord` makes of a word, in SQL. */
const VARIANTS = String.raw`CASE WHEN length(w.word) BETWEEN 4 AND 40 AND w.word !~ '\d' THEN ARRAY(
    SELECT w.word UNION SELECT left(w.word, i - 1) || substr(w.word, i + 1) FROM generate_series(1, length(w.word)) AS i
  ) ELSE ARRAY[w.word] END`;

/**
 * Brings the words of products up to date. A word nobody uses any more would pass for a known one, so a rollback takes it out.
 * @param products a table with the ids of products that were written, or are gone
 */
export async function refreshProductWords(manager: EntityManager, products: string): Promise<void> {
  await manager.query(
    `INSERT INTO product_words (word, variants)
     SELECT w.word, ${VARIANTS} FROM (
       SELECT DISTINCT unnest(string_to_array(p.search_key, ' ')) AS word FROM ${products} k JOIN products p USING (product_id)
     ) w
     WHERE w.word <> '' ON CONFLICT (word) DO NOTHING`,
  );
  const [gone] = await manager.query<{ found: boolean }[]>(
    `SELECT EXISTS (SELECT FROM ${products} k WHERE NOT EXISTS (SELECT FROM products p WHERE p.product_id = k.product_id)) AS found`,
  );
  if (gone?.found !== true) return;
  await manager.query(
    `DELETE FROM product_words w WHERE NOT EXISTS (
       SELECT FROM products p WHERE string_to_array(p.search_key, ' ') @> ARRAY[w.word])`,
  );
}
