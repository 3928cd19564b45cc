import { LlmError } from '../llm-error.js';

/** No honest answer comes near this; a line without end would otherwise be buffered whole by the stream's decoder. */
const MAX_RESPONSE_BYTES = 4 * 1024 * 1024;

/** A `fetch` that refuses pages of HTML and bounds the bytes of an answer, whatever the server sends. */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (!response.ok || response.body === null) return response;
  if (response.headers.get('content-type')?.includes('text/html') === true) {
    await response.body.cancel();
    throw new LlmError('malformed_output', { retryable: true });
  }
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MAX_RESPONSE_BYTES) controller.error(new LlmError('output_too_large', { retryable: false }));
      else controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), response);
}
