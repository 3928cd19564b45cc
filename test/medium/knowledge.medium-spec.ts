import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type DataSource } from 'typeorm';
import { KnowledgeDocumentRepository } from '../../src/rag/store/knowledge-document.repository.js';
import { toTerms } from '../../src/rag/text/tokenize-text.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { countQueries, KNOWLEDGE_BASE, openRag, type Rag } from './knowledge-rag.js';

async function readTables(dataSource: DataSource): Promise<unknown> {
  return dataSource.query(`
    SELECT (SELECT count(*)::integer FROM knowledge_documents) AS documents,
      (SELECT count(*)::integer FROM knowledge_chunks) AS chunks,
      (SELECT count(*)::integer FROM knowledge_terms) AS terms,
      (SELECT count(*)::integer FROM knowledge_postings) AS postings,
      (SELECT coalesce(sum(chunk_count), 0)::integer FROM knowledge_stats) AS counted_chunks,
      (SELECT coalesce(sum(token_total), 0)::integer FROM knowledge_stats) AS counted_tokens,
      (SELECT coalesce(sum(token_count), 0)::integer FROM knowledge_chunks) AS tokens`);
}

const DOCUMENTS = readdirSync(KNOWLEDGE_BASE).length;

describe('the knowledge base', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let rag: Rag;
  let dir: string;

  beforeEach(async () => {
    database = await openTestDatabase();
    dataSource = database.dataSource;
    rag = await openRag(dataSource);
    dir = mkdtempSync(join(tmpdir(), 'knowledge-'));
  });

  afterEach(async () => {
    rmSync(dir, { recursive: true, force: true });
    await database.close();
  });

  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(dir, name), content);
  };

  it('answers what the enterprise plan costs for 50 seats from the shipped documents', async () => {
    const report = await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    expect(report).toMatchObject({ files: DOCUMENTS, added: DOCUMENTS, refused: [] });
    const found = await rag.retriever.retrieve({ query: 'How much is the enterprise plan for 50 seats?', limit: 3 });
    expect(found.passages[0]).toMatchObject({ source: 'pricing.md' });
    expect(found.passages[0]?.text).toContain('$3,200 per month');
    expect(found.answerable.verdict).toBe('answerable');
  });

  it('says that a question about something else is not answerable', async () => {
    await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    const found = await rag.retriever.retrieve({ query: 'Which volcano erupted near Naples in antiquity?', limit: 3 });
    expect(found.answerable.verdict).toBe('unanswerable');
  });

  it('understands a short follow-up by the turn before it', async () => {
    await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    const history = [
      { sender: 'prospect' as const, content: 'Do you have webhooks?' },
      { sender: 'agent' as const, content: 'Yes.' },
    ];
    const found = await rag.retriever.retrieve({
      query: 'How often are they repeated when they fail?',
      history,
      limit: 3,
    });
    expect(found.passages[0]?.heading).toBe('Webhooks');
  });

  it('hands out passages that stand verbatim in their document at their offsets', async () => {
    write(
      'odd.md',
      '\uFEFF# Título 🦊\r\n\r\nFirst paragraph with émigré words.\r\n\r\n## 二\r\n\r\n漢字 text 🦊🦊 and more.\r\n',
    );
    await rag.ingest.syncDirectory(dir);
    const found = await rag.retriever.retrieve({ query: 'émigré 漢字 words', limit: 10 });
    expect(found.passages).toHaveLength(2);
    for (const passage of found.passages) {
      const document = await new KnowledgeDocumentRepository(dataSource).find('knowledge', passage.documentId);
      expect(document?.content.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  it('asks the database once for a whole retrieval', async () => {
    await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    const ask = () => rag.retriever.retrieve({ query: 'single sign-on', limit: 5 });
    await ask();
    expect(await countQueries(ask)).toBe(1);
  });

  it('orders by the fused ranks of both arms', async () => {
    await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    const { passages } = await rag.retriever.retrieve({ query: 'How long are call recordings kept?', limit: 100 });
    const scores = passages.map((passage) => passage.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(passages[0]?.ranks.keyword).toBe(1);
    expect(passages.some((passage) => passage.ranks.keyword === null)).toBe(true);
  });

  it('searches by one arm alone when told so', async () => {
    await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    const keyword = await rag.retriever.retrieve({ query: 'webhooks', limit: 5, mode: 'keyword' });
    const vector = await rag.retriever.retrieve({ query: 'webhooks', limit: 5, mode: 'vector' });
    expect(keyword.passages.every((passage) => passage.ranks.vector === null)).toBe(true);
    expect(keyword.passages[0]?.heading).toBe('Webhooks');
    expect(vector.passages.map((passage) => passage.ranks)).toEqual(
      [1, 2, 3, 4, 5].map((rank) => ({ keyword: null, vector: rank })),
    );
  });

  it('survives every odd query, on an empty collection and a filled one', async () => {
    const queries = [
      '',
      ' ',
      '\0',
      '\uD800',
      '🦊🦊',
      "'; DROP TABLE x; --",
      '%_\\',
      'x'.repeat(20_000),
      '漢字'.repeat(3_000),
    ];
    for (const query of queries) {
      expect((await rag.retriever.retrieve({ query, limit: 5 })).passages).toEqual([]);
    }
    await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    for (const query of queries) await rag.retriever.retrieve({ query, limit: 5 });
  });

  it('indexes only what changed, and removes what is gone', async () => {
    write('a.md', '# Alpha\n\nWombats dig burrows.');
    mkdirSync(join(dir, 'deep'));
    write('deep/b.txt', 'Badgers dig setts.');
    expect(await rag.ingest.syncDirectory(dir)).toMatchObject({ files: 2, added: 2 });
    expect(await rag.ingest.syncDirectory(dir)).toMatchObject({ files: 2, unchanged: 2, added: 0, updated: 0 });
    const [before] = (await rag.retriever.retrieve({ query: 'wombats', limit: 1 })).passages;
    write('a.md', '# Alpha\n\nWombats dig long burrows.');
    rmSync(join(dir, 'deep/b.txt'));
    expect(await rag.ingest.syncDirectory(dir)).toMatchObject({ files: 1, updated: 1, removed: 1 });
    const [after] = (await rag.retriever.retrieve({ query: 'wombats', limit: 1 })).passages;
    expect(after).toMatchObject({ documentId: before?.documentId, text: 'Wombats dig long burrows.' });
    expect((await rag.retriever.retrieve({ query: 'badgers', limit: 5, mode: 'keyword' })).passages).toEqual([]);
  });

  it('leaves nothing behind in the indexes when every document is removed', async () => {
    write('a.md', '# Alpha\n\nWombats dig burrows.\n\n## More\n\nThey sleep by day.');
    await rag.ingest.syncDirectory(dir);
    rmSync(join(dir, 'a.md'));
    await rag.ingest.syncDirectory(dir);
    expect(await readTables(dataSource)).toEqual([
      { documents: 0, chunks: 0, terms: 0, postings: 0, counted_chunks: 0, counted_tokens: 0, tokens: 0 },
    ]);
  });

  it('refuses a file that is not UTF-8 by name, takes an empty one, and keeps what it knew of the refused', async () => {
    write('good.md', '# Good\n\nOtters swim.');
    write('latin.md', 'fine at first');
    await rag.ingest.syncDirectory(dir);
    write('latin.md', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]));
    write('empty.md', '');
    const report = await rag.ingest.syncDirectory(dir);
    expect(report).toMatchObject({ files: 3, added: 1, unchanged: 1, removed: 0 });
    expect(report.refused).toEqual([{ source: 'latin.md', reason: 'not_utf8' }]);
    expect((await rag.retriever.retrieve({ query: 'fine at first', limit: 1, mode: 'keyword' })).passages).toHaveLength(
      1,
    );
  });

  it('keeps everything when the directory is missing', async () => {
    write('a.md', 'Wombats dig.');
    await rag.ingest.syncDirectory(dir);
    expect(await rag.ingest.syncDirectory(join(dir, 'nowhere'))).toMatchObject({ files: 0, removed: 0 });
    expect((await rag.retriever.retrieve({ query: 'wombats', limit: 1 })).passages).toHaveLength(1);
  });

  it('stores each document once when two processes ingest at the same time', async () => {
    const other = await openRag(dataSource);
    const reports = await Promise.all([
      rag.ingest.syncDirectory(KNOWLEDGE_BASE),
      other.ingest.syncDirectory(KNOWLEDGE_BASE),
    ]);
    expect(reports.reduce((sum, report) => sum + report.added, 0)).toBe(DOCUMENTS);
    expect(reports.flatMap((report) => report.refused)).toEqual([]);
    const [tables] = (await readTables(dataSource)) as [Record<string, number>];
    expect(tables).toMatchObject({
      documents: DOCUMENTS,
      counted_chunks: tables['chunks'],
      counted_tokens: tables['tokens'],
    });
  });

  it('takes texts: the same changes nothing, a changed one replaces, two names of different documents conflict', async () => {
    const text = { externalId: 'kb-1', title: 'Ferrets', text: 'Ferrets sleep.' };
    const first = await rag.ingest.ingestText(text);
    expect(first).toMatchObject({ status: 'added', chunks: 1 });
    expect(await rag.ingest.ingestText(text)).toEqual({ ...first, status: 'unchanged' });
    expect(await rag.ingest.ingestText({ ...text, text: 'Ferrets play.' })).toEqual({ ...first, status: 'updated' });
    await rag.ingest.ingestText({ title: 'Stoats', text: 'Stoats hunt.', source: 'stoats' });
    await expect(rag.ingest.ingestText({ ...text, source: 'stoats' })).rejects.toMatchObject({ code: 'conflict' });
    write('a.md', 'Wombats dig.');
    expect(await rag.ingest.syncDirectory(dir)).toMatchObject({ added: 1, removed: 0 });
    expect((await rag.retriever.retrieve({ query: 'stoats', limit: 5, mode: 'keyword' })).passages).toHaveLength(1);
  });

  it('lists documents page by page', async () => {
    await rag.ingest.syncDirectory(KNOWLEDGE_BASE);
    const repository = new KnowledgeDocumentRepository(dataSource);
    const all = await repository.list('knowledge', null, 100);
    const rest = await repository.list('knowledge', all[1]?.documentId ?? null, 100);
    expect(rest).toEqual(all.slice(2));
    expect(all.map((document) => document.title)).toContain('Brindlecall plans and prices');
  });

  it('scores words exactly as BM25 does, after documents were added, changed and deleted', async () => {
    const word = fc.constantFrom('wombat', 'badger', 'otter', 'ferret', 'stoat', 'burrows', 'digging', 'river', 'the');
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
    const corpus = fc.array(text, { minLength: 2, maxLength: 8 });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(corpus, corpus, fc.array(word, { minLength: 1, maxLength: 4 }), async (first, second, query) => {
        const collection = `round-${(round += 1)}`;
        rmSync(dir, { recursive: true, force: true });
        mkdirSync(dir);
        for (const state of [first, second]) {
          for (let i = 0; i < 8; i += 1) {
            if (state[i] === undefined) rmSync(join(dir, `${i}.txt`), { force: true });
            else write(`${i}.txt`, state[i] ?? '');
          }
          await rag.ingest.syncDirectory(dir, collection);
          await expectBm25(
            dataSource,
            rag,
            collection,
            state.map((content, i) => `${i}.txt\n${content}`),
            query.join(' '),
          );
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

async function expectBm25(
  dataSource: DataSource,
  rag: Rag,
  collection: string,
  texts: string[],
  query: string,
): Promise<void> {
  const expected = referenceBm25(texts, query).filter(({ score }) => score > 0);
  const { passages } = await rag.retriever.retrieve({ query, limit: 50, mode: 'keyword', collection });
  const scoreOf = new Map(expected.map(({ index, score }) => [`${index}.txt`, score]));
  const scores = passages.map((passage) => scoreOf.get(passage.source) ?? NaN);
  expect(scores).toHaveLength(expected.length);
  // The order must be the reference's; equal scores may stand in any order.
  expected.forEach(({ score }, rank) => {
    expect(Math.abs((scores[rank] ?? NaN) - score)).toBeLessThan(1e-4);
  });
  await expectStoredTotals(dataSource, collection, texts);
}

async function expectStoredTotals(dataSource: DataSource, collection: string, texts: string[]): Promise<void> {
  const [stats] = await dataSource.query<{ chunks: number; tokens: number }[]>(
    `SELECT chunk_count AS chunks, token_total::integer AS tokens FROM knowledge_stats WHERE collection = $1`,
    [collection],
  );
  expect(stats).toEqual({ chunks: texts.length, tokens: texts.reduce((sum, text) => sum + toTerms(text).length, 0) });
}

/** BM25 as the textbooks have it: k1 = 1.2, b = 0.75. */
function referenceBm25(texts: string[], query: string): { index: number; score: number }[] {
  const documents = texts.map((text) => toTerms(text));
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length;
  const scoreTerm = (term: string, terms: string[]) => {
    const df = documents.filter((other) => other.includes(term)).length;
    const tf = terms.filter((other) => other === term).length;
    const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
    return (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * terms.length) / average));
  };
  return documents
    .map((terms, index) => ({ index, score: toTerms(query).reduce((sum, term) => sum + scoreTerm(term, terms), 0) }))
    .sort((a, b) => b.score - a.score);
}
