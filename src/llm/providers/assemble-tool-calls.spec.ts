import fc from 'fast-check';
import { assembleToolCalls } from './assemble-tool-calls.js';

describe('assembleToolCalls', () => {
  it('joins arguments however they were cut', () => {
    const query = 'How much is "Enterprise"?';
    const json = JSON.stringify({ query });
    fc.assert(
      fc.property(fc.array(fc.nat(json.length), { maxLength: 8 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), json.length];
        const pieces = at.slice(1).map((end, i) => ({ index: 0, args: json.slice(at[i], end) }));
        const calls = assembleToolCalls([{ index: 0, id: 'a', name: 'query_knowledge_base', args: '' }, ...pieces]);
        expect(calls).toEqual([{ id: 'a', name: 'query_knowledge_base', arguments: { query } }]);
      }),
    );
  });

  it('keeps calls apart that arrive interleaved', () => {
    const calls = assembleToolCalls([
      { index: 0, id: 'a', name: 'one', args: '{"x":' },
      { index: 1, id: 'b', name: 'two', args: '{"y":' },
      { index: 0, args: '1}' },
      { index: 1, args: '2}' },
    ]);
    expect(calls.map((call) => call.arguments)).toEqual([{ x: 1 }, { y: 2 }]);
  });

  it('understands servers that send neither index nor id', () => {
    const calls = assembleToolCalls([{ name: 'one', args: '{"x":' }, { args: '1}' }, { name: 'two', args: '{}' }]);
    expect(calls).toEqual([
      { id: 'call_1', name: 'one', arguments: { x: 1 } },
      { id: 'call_2', name: 'two', arguments: {} },
    ]);
  });

  it.each(['{"query":"pri', '[1]', 'null', '"text"', '{"a":1}{"b":2}'])('refuses the arguments %s', (args) => {
    expect(() => assembleToolCalls([{ index: 0, name: 'one', args }])).toThrow('malformed_output');
  });

  it('refuses a call without a name', () => {
    expect(() => assembleToolCalls([{ index: 0, args: '{}' }])).toThrow('malformed_output');
  });
});
