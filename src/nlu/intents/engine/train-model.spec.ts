import { classifyText } from './classify-text.js';
import { OUT_OF_SCOPE } from './intent-model.js';
import { judgeTexts, judgeUnseen, measureModel } from './measure-model.js';
import { decodeModel, encodeModel, ModelFileError } from './model-file.js';
import { trainModel } from './train-model.js';

const VERBS = ['please', 'could you', 'I want to', 'can I', 'how do I', 'kindly', 'need to', 'we must'];
const texts = VERBS.flatMap((verb, at) => [
  { text: `${verb} open the window ${at}`, labels: ['window'] },
  { text: `${verb} water the plants in room ${at}`, labels: ['plants'] },
  { text: `${verb} feed the cat`, labels: ['cat'] },
]);
const strange = VERBS.map((verb) => ({ text: `${verb} zyx wvu tsr`, labels: [] }));

describe('trainModel', () => {
  it('learns to tell labels apart and says how sure it is', () => {
    const { model } = trainModel(texts);
    const [top] = classifyText(model, 'would you water my plants').ranking;
    expect(top?.label).toBe('plants');
    expect(top?.probability).toBeGreaterThan(0.6);
  });

  it('gives the same bytes for the same texts', () => {
    expect(encodeModel(trainModel(texts).model, 'x').equals(encodeModel(trainModel(texts).model, 'x'))).toBe(true);
  });

  it('finds a text strange that has nothing of its labels, though nobody showed it a strange text', () => {
    const { model } = trainModel(texts);
    expect(model.labels).not.toContain(OUT_OF_SCOPE);
    const known = classifyText(model, 'please open the window').outOfScope;
    expect(classifyText(model, 'quantum chromodynamics lecture').outOfScope).toBeGreaterThan(known);
  });

  it('knows out of scope as a label where there are texts of it', () => {
    const { model } = trainModel([...texts, ...strange]);
    expect(classifyText(model, 'zyx wvu').ranking[0]?.label).toBe(OUT_OF_SCOPE);
  });

  it('learns from texts with several labels, and takes any of them for right', () => {
    const both = VERBS.map((verb) => ({ text: `${verb} feed the cat and open the window`, labels: ['cat', 'window'] }));
    const { model } = trainModel([...texts, ...both]);
    expect(measureModel(model, judgeTexts(model, both)).accuracy).toBe(1);
  });

  it('judges each training text by a model that had not seen it', () => {
    const trained = trainModel([...texts, { text: 'nowhere else', labels: ['cat'] }]);
    const judged = judgeUnseen(trained, [...texts, { text: 'nowhere else', labels: ['cat'] }]);
    const seen = classifyText(trained.model, 'nowhere else').ranking.find(({ label }) => label === 'cat');
    const unseen = judged.at(-1)?.classification.ranking.find(({ label }) => label === 'cat');
    expect(judged).toHaveLength(texts.length + 1);
    expect(unseen?.probability).toBeLessThan(seen?.probability ?? 0);
  });

  it.each(['', ' ', '😀', '\ud800'])('classifies %j, which has no words', (text) => {
    const { ranking, outOfScope } = classifyText(trainModel(texts).model, text);
    expect(ranking.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    expect(outOfScope).toBeGreaterThan(0);
  });
});

describe('a model in a file', () => {
  const { model } = trainModel(texts);
  const file = encodeModel(model, 'x');

  it('says the same after being written and read', () => {
    const read = decodeModel(file);
    for (const { text } of texts) expect(classifyText(read, text)).toEqual(classifyText(model, text));
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('this is a text, not a model of intents')],
    ['a cut file', file.subarray(0, file.length - 1)],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(() => decodeModel(bytes)).toThrow(ModelFileError);
  });
});
