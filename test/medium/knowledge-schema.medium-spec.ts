import { type DataSource } from 'typeorm';
import { KnowledgeChunk } from '../../src/rag/store/knowledge-chunk.entity.js';
import { KnowledgeDocument } from '../../src/rag/store/knowledge-document.entity.js';
import { KnowledgePosting, KnowledgeStats, KnowledgeTerm } from '../../src/rag/store/knowledge-keyword.entity.js';
import { openTestDatabase } from '../support/test-database.js';

const entities = [KnowledgeDocument, KnowledgeChunk, KnowledgeTerm, KnowledgePosting, KnowledgeStats];

async function listDrift(dataSource: DataSource): Promise<string[]> {
  const log = await dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map(({ query }) => query).filter((query) => !/embedding"$/.test(query));
}

describe('the tables of the knowledge base', () => {
  it('are what the entities say, but for the embedding, whose type depends on the server', async () => {
    const database = await openTestDatabase({ entities });
    try {
      expect(await listDrift(database.dataSource)).toEqual([]);
    } finally {
      await database.close();
    }
  });
});
