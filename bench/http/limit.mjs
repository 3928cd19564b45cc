/** node:http and JSON.parse: as little as a JSON endpoint can do. */
import { createServer } from 'node:http';
import { answerCommands, cpuMsSince } from '../support/child.mjs';

const server = createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const enquiry = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    const valid =
      typeof enquiry.message === 'string' &&
      typeof enquiry.prospect_id === 'string' &&
      typeof enquiry.channel === 'string';
    const body = JSON.stringify({
      accepted: valid,
      prospect_id: enquiry.prospect_id,
      length: enquiry.message.length,
      seats: enquiry.seats ?? null,
    });
    response.writeHead(valid ? 200 : 400, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

let before = process.cpuUsage();
answerCommands(
  { mark: () => void (before = process.cpuUsage()), cpuMs: () => cpuMsSince(before) },
  { url: `http://127.0.0.1:${server.address().port}/api/enquiries` },
);
