import { type DataSource } from 'typeorm';
import { type StoredDocument } from './outcome.js';

/**
 * Reads documents as they are stored, past the module that made the citations: a check that asked the code it
 * checks would prove nothing.
 */
export class DocumentRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findByIds(ids: readonly string[]): Promise<Map<string, StoredDocument>> {
    const rows = await this.dataSource.query<({ document_id: string } & StoredDocument)[]>(
      'SELECT document_id, source, content FROM knowledge_documents WHERE document_id = ANY($1::uuid[])',
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ document_id, source, content }) => [document_id, { source, content }]));
  }
}
