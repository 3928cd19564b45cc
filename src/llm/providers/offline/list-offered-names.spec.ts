import { SAMPLE_PASSAGES } from '../../../../test/support/sales-facts.js';
import { type PassageFact } from '../../llm.port.js';
import { listOfferedNames } from './list-offered-names.js';

const passage = (marker: number, text: string): PassageFact => ({
  marker,
  title: '',
  heading: '',
  source: 'a.md',
  text,
});

describe('listOfferedNames', () => {
  it('reads them from a table', () => {
    expect(listOfferedNames('plan', SAMPLE_PASSAGES)).toEqual({
      markers: [1],
      names: ['Starter', 'Growth', 'Enterprise'],
    });
  });

  it('reads them from prose, with every passage that is needed for them', () => {
    const passages = [
      passage(1, 'The Basic plan is small.'),
      passage(2, 'The Plus plan and the Max plan are not. The plan is simple.'),
    ];
    expect(listOfferedNames('plan', passages)).toEqual({ markers: [2, 1], names: ['Plus', 'Max', 'Basic'] });
  });

  it('finds none where none is named', () => {
    expect(listOfferedNames('tier', SAMPLE_PASSAGES)).toBeUndefined();
  });
});
