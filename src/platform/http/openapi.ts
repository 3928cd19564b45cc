import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS } from '../errors/problem-table.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const DOCUMENTED = /^\/(?:api\/v1\/|health\/)/;
const KEYLESS = /^\/health\//;

const PROBLEM_SCHEMA = {
  type: 'object' as const,
  description: 'A fault (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'request_id'],
  properties: {
    type: { type: 'string', example: 'urn:rapport:problem:validation_failed' },
    title: { type: 'string', example: PROBLEMS.validation_failed.title },
    status: { type: 'integer', example: 400 },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The path of the request.' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string', description: 'RFC 6901 pointer into the body; `?name` for a query parameter.' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};

const PROBLEM_RESPONSE = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/**
 * The contract as OpenAPI: the versioned paths and health, the same text on every run.
 * @throws Error when two routes share an operation id
 */
export function buildOpenApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Rapport')
    .setDescription('Grounded conversations, customer interactions and a shop assistant behind one API.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'bearer')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (c) => c.toLowerCase())}_${method}`,
  });
  const paths = Object.entries(document.paths).filter(([path]) => DOCUMENTED.test(path));
  for (const [path, item] of paths) for (const operation of operationsOf(item)) describe(operation, path);
  refuseSharedIds(paths.flatMap(([, item]) => operationsOf(item)));
  return sortKeys({
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA } },
  }) as OpenAPIObject;
}

function operationsOf(item: PathItem): Operation[] {
  return METHODS.flatMap((method) => item[method] ?? []);
}

function describe(operation: Operation, path: string): void {
  if (KEYLESS.test(path)) return;
  operation.security = [{ bearer: [] }, { apiKey: [] }];
  operation.responses = {
    ...operation.responses,
    '4XX': operation.responses['4XX'] ?? PROBLEM_RESPONSE('The request was refused; `code` says why.'),
    '5XX': operation.responses['5XX'] ?? PROBLEM_RESPONSE('The request could not be served.'),
  };
}

function refuseSharedIds(operations: readonly Operation[]): void {
  const ids = operations.map(({ operationId }) => operationId ?? '');
  const shared = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (shared.length > 0) throw new Error(`operation ids are not unique: ${shared.join(', ')}`);
}

/** Modules may be loaded in any order; the document must not show it. Arrays keep their order, it has a meaning. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}
