import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';

const ACCEPTS_MULTIPART = 'acceptsMultipart';

/** The route reads a form with files itself, part by part; the limit of JSON bodies does not hold for it. */
export const AcceptMultipart = () => RouteConfig({ [ACCEPTS_MULTIPART]: true });

export function acceptsMultipart(request: FastifyRequest): boolean {
  const config = request.routeOptions.config as unknown as Record<string, unknown>;
  return config[ACCEPTS_MULTIPART] === true;
}
