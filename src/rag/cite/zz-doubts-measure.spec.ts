import { findDoubts } from '../../agent/draft/find-doubts.js';
const p = (text: string, i = 0) => ({ marker: i + 1, passage: { chunkId: 'x' + i, documentId: 'd' + i, title: 't' + i, heading: '', text } as any });
it.each([['digits', '1 '.repeat(50000)], ['money', '€1 a '.repeat(20000)], ['rows', '| a | 1 € |\n'.repeat(8000)], ['lines', 'Abc: 5 €\n'.repeat(10000)], ['dots', '.'.repeat(100000)], ['comments', '<!--'.repeat(25000)], ['bars', '|'.repeat(100000)], ['valid', 'valid until '.repeat(8000)], ['internal', 'internal note ('.repeat(6000)], ['spaces', ' '.repeat(100000)], ['a', 'a'.repeat(100000)], ['do not', 'do not share '.repeat(8000)], ['q', '?? '.repeat(33000)], ['codes', 'HM-80 '.repeat(16000)], ['sur', '\ud800'.repeat(50000)], ['1-1', '1-'.repeat(50000)]])('%s', (name, text) => {
  const t = performance.now(); findDoubts([p(text)], new Date()); const one = performance.now() - t;
  const u = performance.now(); findDoubts([p(text.slice(0, text.length / 2) + 'z')], new Date()); const half = performance.now() - u;
  console.log(name, Math.round(half), Math.round(one));
});
