import { ExactStore } from '../../src/rag/store/exact-store.provider.js';
import { openTestDatabase } from '../support/test-database.js';
import { countQueries, KNOWLEDGE_BASE, openRag } from './knowledge-rag.js';

describe('the exact store', () => {
  it('finds the same passages as pgvector, and notices at once what another process changed', async () => {
    const database = await openTestDatabase();
    try {
      const { dataSource } = database;
      const native = await openRag(dataSource);
      await native.ingest.syncDirectory(KNOWLEDGE_BASE);
      const wanted = await native.retriever.retrieve({ query: 'data region Frankfurt', limit: 10, mode: 'vector' });
      if (native.store.kind === 'pgvector') {
        await dataSource.query('DROP INDEX ix_knowledge_chunks_embedding');
        await dataSource.query(
          'ALTER TABLE knowledge_chunks ALTER COLUMN embedding TYPE real[] USING embedding::real[]',
        );
      }
      const plain = await openRag(dataSource);
      expect(plain.store).toBeInstanceOf(ExactStore);
      const found = await plain.retriever.retrieve({ query: 'data region Frankfurt', limit: 10, mode: 'vector' });
      expect(found.passages.map((passage) => passage.chunkId)).toEqual(
        wanted.passages.map((passage) => passage.chunkId),
      );
      const ask = () => plain.retriever.retrieve({ query: 'kookaburra laughter', limit: 1, mode: 'vector' });
      await ask();
      expect(await countQueries(ask)).toBe(1);
      const other = await openRag(dataSource);
      await other.ingest.ingestText({ title: 'Birds', text: 'Kookaburra laughter at dawn.' });
      expect((await ask()).passages[0]?.title).toBe('Birds');
    } finally {
      await database.close();
    }
  });
});
