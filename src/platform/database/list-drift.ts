import { type DataSource } from 'typeorm';

/** What no entity describes, because its DDL depends on the engine: a vector with pgvector, an array of numbers without. */
const ENGINE_DEPENDENT = /"embedding"|ix_knowledge_chunks_embedding/;

/** The statements that would make the schema what the entities say, and those that would undo them. Empty: no drift. */
export async function listDrift(dataSource: DataSource): Promise<{ up: string[]; down: string[] }> {
  const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
  const relevant = (queries: typeof upQueries): string[] =>
    queries.map(({ query }) => query).filter((query) => !ENGINE_DEPENDENT.test(query));
  return { up: relevant(upQueries), down: relevant(downQueries).reverse() };
}
