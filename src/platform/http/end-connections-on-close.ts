import { type FastifyInstance } from 'fastify';
import { type Socket } from 'node:net';

/**
 * Lets the server close as soon as the last answer is out. Node's own closing waits for connections that never sent a
 * request and for kept-alive ones whose last answer came after the close began: a minute and more for nothing.
 */
export function endConnectionsOnClose(server: FastifyInstance): void {
  const open = new Set<Socket>();
  const answering = new Map<Socket, number>();
  let closing = false;

  server.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      answering.delete(socket);
    });
  });
  server.server.on('request', ({ socket }, response) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (answering.get(socket) ?? 1) - 1;
      if (left > 0) answering.set(socket, left);
      else answering.delete(socket);
      if (closing && left <= 0) socket.end();
    });
  });
  server.addHook('preClose', (done) => {
    closing = true;
    for (const socket of open) if (!answering.has(socket)) socket.destroy();
    done();
  });
}
