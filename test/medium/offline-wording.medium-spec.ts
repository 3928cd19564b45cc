import { DraftEvidence } from '../../src/rag/draft/draft-evidence.js';
import { SentenceStream } from '../../src/rag/draft/sentence-stream.js';
import { settleSentence } from '../../src/rag/draft/settle-sentence.js';
import { foreignReply } from '../../src/llm/providers/offline/foreign-phrases.js';
import { phrasesFor } from '../../src/llm/providers/offline/intent-phrases.js';
import { PHRASES } from '../../src/llm/providers/offline/sales-phrases.js';
import { SALES_INTENTS } from '../../src/nlu/index.js';

const WORDINGS: readonly string[] = [
  ...Object.values(PHRASES).flat(),
  ...SALES_INTENTS.map(phrasesFor).flatMap(({ opening, nextStep, question }) => [
    ...opening,
    ...Object.values(nextStep).flat(),
    ...Object.values(question).flat(),
  ]),
  ...['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'no', 'xx'].map(foreignReply),
];

function listSentences(text: string): string[] {
  const stream = new SentenceStream();
  return [...stream.push(text), ...stream.flush()];
}

describe('the wording of the offline model', () => {
  it.each([...new Set(WORDINGS.flatMap(listSentences))])('states nothing that would need evidence: %s', (sentence) => {
    const evidence = new DraftEvidence({ message: 'Hello', customer: null, history: [] });
    const named = sentence
      .replace('{names}', 'Quokka')
      .replace('{questions}', '“is there a quokka”')
      .replace('{name}', 'Ana');
    expect(settleSentence(named, evidence)).toMatchObject({ verdict: 'keep' });
  });
});
