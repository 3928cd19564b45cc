import { AsyncLocalStorage } from 'node:async_hooks';

/** Counts what one piece of work asks of the database, whatever else the process does meanwhile. */
export function countQueries(Client) {
  const counts = new AsyncLocalStorage();
  const { query } = Client.prototype;
  Client.prototype.query = function counted(...args) {
    const statement = args[0];
    counts
      .getStore()
      ?.push(typeof statement === 'string' ? statement : (statement?.name ?? statement?.text ?? 'submitted'));
    return query.apply(this, args);
  };
  return {
    count: async (work) => {
      const statements = [];
      await counts.run(statements, work);
      return statements;
    },
    /** Following asynchronous work costs time, so it must not go on while something is measured. */
    stop: () => {
      Client.prototype.query = query;
      counts.disable();
    },
  };
}
