/**
 * A function that remembers its result for the last text alone: a turn asks the same of its message several times, and what
 * a customer writes is kept no longer than until the next one writes. For pure functions only.
 */
export function rememberLast<V>(make: (text: string) => V): (text: string) => V {
  let last: { text: string; value: V } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: make(text) };
    return last.value;
  };
}
