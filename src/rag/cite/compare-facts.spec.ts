import { findContradictions } from './find-contradictions.js';

const page = (title: string, text: string, heading = '') => ({ chunkId: title, title, heading, text });
const conflicts = (...pages: ReturnType<typeof page>[]) =>
  findContradictions(pages).map(([one, other]) => `${one.text} <> ${other.text}`);

const BIKES = [
  '| Bike | 1-3 bikes | 4-9 bikes | 10+ bikes | Deposit |',
  '|---|---|---|---|---|',
  '| TR-20 trekking bike | €140 | €120 | €99 | €300 |',
  '| CX-5 cargo bike | €210 | €190 | €170 | €500 |',
].join('\n');

describe('compareFacts', () => {
  it.each([
    [
      'nouns in lower case',
      'Demo boilers carry a guarantee of 18 months.',
      'The warranty on demo boilers is 24 months.',
      '18 months <> 24 months',
    ],
    ['a list item with a label', '- Breakage waiver: 7% of the rent', 'The breakage waiver is 9%.', '7% <> 9%'],
    ['a service', 'An installation visit costs €120.', 'Installation visit: €135', '€120 <> €135'],
    [
      'a weight of a model',
      'The TR-20 weighs 17 kg and has 9 gears.',
      '**How heavy is the TR-20?** It has 9 gears. The TR-20 weighs 16 kg.',
      '17 kg <> 16 kg',
    ],
    ['how long something takes', 'Delivery takes two days.', 'Delivery takes three days.', 'two days <> three days'],
    ['a plan in a table', '| Plan | Price |\n|---|---|\n| Harbour | €310 |', 'Harbour costs €340.', '€310 <> €340'],
    ['a fee', 'Our delivery fee is €35.', 'The delivery fee: €45', '€35 <> €45'],
    ['a time', 'Parcels leave at 15:00.', 'Parcels leave at 16:00.', '15:00 <> 16:00'],
    [
      'prices behind their thing',
      '- Titanium bracket, short: 129,50 €',
      '- Titanium bracket, short ........ 119,00 €',
      '129,50 € <> 119,00 €',
    ],
  ])('compares %s', (_, one, other, pair) => {
    expect(conflicts(page('Workshop', one), page('FAQ', other))).toEqual([pair]);
  });

  it('compares a model in a table with a sentence about one of it', () => {
    const faq = page(
      'FAQ',
      '**What does the TR-20 cost?** The TR-20 trekking bike costs €150 per week for a single bike.',
    );
    expect(conflicts(page('Prices', BIKES, 'Weekly rates'), faq)).toEqual(['€140 <> €150 per week']);
  });

  it.each([
    ['another model', page('Prices', BIKES, 'Weekly rates'), page('FAQ', 'The CX-9 costs €230 per week.')],
    [
      'another tier',
      page('Prices', BIKES, 'Weekly rates'),
      page('FAQ', 'From 10 units the TR-20 costs €95 less deposit. The TR-20 costs €120 per week for 4 units.'),
    ],
    ['another period', page('A', 'A court rental costs €20 per hour.'), page('B', 'A court rental costs €50 per day.')],
    [
      'new and used',
      page('A', 'New boilers have a warranty of 24 months.'),
      page('B', 'Used boilers have a warranty of 12 months.'),
    ],
    ['a condition', page('A', 'Delivery costs €35.'), page('B', 'Delivery costs €55 outside the city.')],
    ['a weekday', page('A', 'Parcels leave at 15:00.'), page('B', 'Parcels leave at 16:00 on Fridays.')],
    [
      'other countries',
      page('A', 'Delivery takes two days.', 'Germany'),
      page('B', 'Delivery takes four days.', 'Switzerland'),
    ],
    [
      'other products',
      page('Silver card', 'The replacement fee is €10.'),
      page('Gold card', 'The replacement fee is €20.'),
    ],
    ['an example', page('A', 'A crown costs €90.'), page('B', 'A crown costs about €100.')],
    ['a range', page('A', 'Delivery takes two to four days.'), page('B', 'Delivery takes three days.')],
    ['a part of a model', page('A', 'The TR-20 costs €140.'), page('B', 'The TR-20 saddle costs €40.')],
  ])('is silent about %s', (_, one, other) => {
    expect(conflicts(one, other)).toEqual([]);
  });

  it('reads long hostile texts in time that grows with their length', () => {
    const text = '€1 and | '.repeat(4_000) + 'A'.repeat(50_000) + ' 1-'.repeat(5_000);
    expect(conflicts(page('A', text), page('B', 'Delivery costs €35.'))).toEqual([]);
  });
});
