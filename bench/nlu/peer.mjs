/** What one writes first: the label of the most similar known utterance, by the cosine of tf-idf vectors in Maps of strings. */
export function nearestUtterance(examples) {
  const counts = examples.map(({ text }) => countFeatures(text));
  const textsWith = new Map();
  for (const features of counts) for (const key of features.keys()) textsWith.set(key, (textsWith.get(key) ?? 0) + 1);
  const weigh = (features) => {
    const weighed = new Map();
    let squares = 0;
    for (const [key, count] of features) {
      const value = count * Math.log((1 + examples.length) / (1 + (textsWith.get(key) ?? 0)));
      weighed.set(key, value);
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (const [key, value] of weighed) weighed.set(key, value / length);
    return weighed;
  };
  const vectors = counts.map(weigh);
  return (text) => {
    const vector = weigh(countFeatures(text));
    let best = 0;
    let label = '';
    for (const [at, other] of vectors.entries()) {
      let cosine = 0;
      for (const [key, value] of vector) cosine += value * (other.get(key) ?? 0);
      if (cosine > best) {
        best = cosine;
        label = examples[at].labels[0];
      }
    }
    return label;
  };
}

function countFeatures(text) {
  const counts = new Map();
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [at, word] of words.entries()) {
    add(word);
    if (at > 0) add(`${words[at - 1]} ${word}`);
    for (let size = 3; size <= 5; size += 1) {
      for (let from = 0; from + size <= word.length + 2; from += 1) add(`#${` ${word} `.slice(from, from + size)}`);
    }
  }
  return counts;
}
