import { LabelledTextError, parseLabelledTexts } from './parse-labelled-texts.js';

const parse = (...lines: string[]): ReturnType<typeof parseLabelledTexts> =>
  parseLabelledTexts(lines.join('\n'), 'rows.jsonl');

describe('parseLabelledTexts', () => {
  it('reads the names public sets use', () => {
    expect(
      parse('{"text":"a","intent":"x"}', '{"utterance":"b","label":"y"}', '', '{"text":"c","intents":["x","y"]}'),
    ).toEqual([
      { text: 'a', labels: ['x'] },
      { text: 'b', labels: ['y'] },
      { text: 'c', labels: ['x', 'y'] },
    ]);
  });

  it.each(['"oos"', '"out_of_scope"', '"NO_NODES_DETECTED"', '"none"', 'null', '""', '[]', '["oos"]'])(
    'takes the label %s for out of scope',
    (label) => {
      expect(parse(`{"text":"a","label":${label}}`)).toEqual([{ text: 'a', labels: [] }]);
    },
  );

  it('takes a row without a list for out of scope where other rows have lists', () => {
    expect(parse('{"text":"a","intents":["x"]}', '{"text":"b"}')[1]).toEqual({ text: 'b', labels: [] });
  });

  it.each([
    ['{"text":"a","intent":"x"}\n{oops', 'rows.jsonl:2'],
    ['[1]', 'rows.jsonl:1'],
    ['{"text":5,"intent":"x"}', 'rows.jsonl:1: "text"'],
    ['{"intent":"x"}', 'rows.jsonl:1: "text"'],
    ['{"text":"a"}', 'rows.jsonl:1: "label"'],
    ['{"text":"a","intent":{}}', 'rows.jsonl:1: a label'],
    ['\n', 'rows.jsonl: there is no line'],
  ])('says where %j is wrong', (content, message) => {
    expect(() => parseLabelledTexts(content, 'rows.jsonl')).toThrow(LabelledTextError);
    expect(() => parseLabelledTexts(content, 'rows.jsonl')).toThrow(message);
  });
});
