import { RouteTable } from './route-table.js';

function table(): RouteTable {
  const routes = new RouteTable();
  routes.add('GET', '/api/customers/:id');
  routes.add(['DELETE', 'PATCH'], '/api/customers/:id');
  routes.add('GET', '/api/export.csv');
  routes.add('GET', '/docs/*');
  routes.add('OPTIONS', '*');
  return routes;
}

describe('RouteTable', () => {
  it('knows every method of a path with parameters', () => {
    expect(table().methodsOf('/api/customers/12')).toEqual(['DELETE', 'GET', 'OPTIONS', 'PATCH']);
  });

  it('takes a dot for a dot and a wildcard for the rest of the path', () => {
    expect(table().methodsOf('/api/export.csv')).toContain('GET');
    expect(table().methodsOf('/api/exportxcsv')).toEqual([]);
    expect(table().methodsOf('/docs/a/b.css')).toContain('GET');
  });

  it.each(['/', '/api/customers', '/api/customers/', '/api/customers/1/2', '/nothing'])('does not know %s', (path) => {
    expect(table().methodsOf(path)).toEqual([]);
  });
});
