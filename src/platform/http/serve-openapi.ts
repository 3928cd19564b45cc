import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Rapport API</title>
    <link rel="stylesheet" href="docs/swagger-ui.css" />
    <link rel="icon" type="image/png" href="docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/init.js"></script>
  </body>
</html>
`;

/** A file of its own: the content security policy allows no script inside the page. */
const INIT = `SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  persistAuthorization: true,
});
`;

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/**
 * Serves Swagger UI at `/docs` and the document at `/openapi.json`. Three files of swagger-ui-dist by hand instead of
 * the library's own set-up, which brings a static file server, fourteen more routes and inline scripts.
 */
export function serveOpenApi(app: NestFastifyApplication, document: OpenAPIObject): void {
  const server = app.getHttpAdapter().getInstance();
  const text = JSON.stringify(document);
  const folder = assetFolder();
  server.get('/openapi.json', (_request, reply) => send(reply, 'application/json; charset=utf-8', text));
  server.get('/docs', (_request, reply) => send(reply, 'text/html; charset=utf-8', PAGE));
  server.get('/docs/init.js', (_request, reply) => send(reply, 'text/javascript; charset=utf-8', INIT));
  for (const [file, type] of Object.entries(ASSETS)) {
    server.get(`/docs/${file}`, async (_request, reply) => send(reply, type, await readFile(join(folder, file))));
  }
}

function send(reply: FastifyReply, type: string, content: string | Buffer): FastifyReply {
  return reply.type(type).header('Cache-Control', 'public, max-age=300').send(content);
}

/** swagger-ui-dist belongs to `@nestjs/swagger`, which decides its version and where it is installed. */
function assetFolder(): string {
  const swagger = createRequire(import.meta.url).resolve('@nestjs/swagger');
  return dirname(createRequire(swagger).resolve('swagger-ui-dist/package.json'));
}
