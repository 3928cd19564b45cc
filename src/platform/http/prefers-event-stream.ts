const EVENT_STREAM = 'text/event-stream';
const JSON_TYPES = ['application/json', 'application/*', '*/*'];
const WEIGHT = /;\s*q\s*=\s*"?(\d(?:\.\d*)?)"?\s*(?:;|$)/i;

/**
 * Whether an `Accept` header (RFC 9110 §12.5.1) wants a stream of events: it names the type, does not rule it out with
 * `q=0` and does not rank JSON above it. A wildcard asks for no stream; most clients send one without a thought.
 */
export function prefersEventStream(accept: string | undefined): boolean {
  const weights = readWeights(accept ?? '');
  const stream = weights.get(EVENT_STREAM) ?? 0;
  const jsonRange = JSON_TYPES.find((range) => weights.has(range));
  const json = jsonRange === undefined ? 0 : (weights.get(jsonRange) ?? 0);
  return stream > 0 && stream >= json;
}

/** The weight of each media range; parameters other than `q` do not matter here, and of two weights the higher counts. */
function readWeights(accept: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',')) {
    const range = (part.split(';', 1)[0] ?? '').trim();
    const weight = Math.min(1, Number(WEIGHT.exec(part)?.[1] ?? 1));
    weights.set(range, Math.max(weight, weights.get(range) ?? 0));
  }
  return weights;
}
