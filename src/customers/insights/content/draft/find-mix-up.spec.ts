import { type InteractionFact } from '../../../../llm/index.js';
import { findMixUp } from './find-mix-up.js';

const RECORD: InteractionFact[] = [
  { date: '2019-10-04', channel: 'Email', topic: 'Delivery Times', sentiment: 'negative' },
  { date: '2018-01-05', channel: 'Boat', topic: 'Call Quality', sentiment: null },
];

describe('findMixUp', () => {
  it.each([
    'We spoke by phone on 4 October 2019.',
    'We were in contact on 4 October 2019 about “Call Quality”.',
    'Am 05.01.2018 standen wir per E-Mail in Kontakt.',
    '05/01/2018: Boat, « Delivery Times ».',
  ])('hears that “%s” puts together what does not belong together', (sentence) => {
    expect(findMixUp(sentence, RECORD)).toBeDefined();
  });

  it.each([
    'We were in contact by e-mail on 4 October 2019 about “Delivery Times”.',
    '5 January 2018: Boat, “Call Quality”.',
    'We were in contact on 5 January 2018.',
    'Please reply to this e-mail.',
    'We were in contact about “Call Quality” and “Delivery Times”.',
  ])('lets “%s” stand', (sentence) => {
    expect(findMixUp(sentence, RECORD)).toBeUndefined();
  });

  it('takes any of several interactions of one day', () => {
    const sameDay: InteractionFact[] = [
      ...RECORD,
      { date: '2019-10-04', channel: 'Call', topic: 'Prices', sentiment: null },
    ];
    expect(findMixUp('We were in contact by phone on 4 October 2019 about “Prices”.', sameDay)).toBeUndefined();
    expect(findMixUp('We were in contact by phone on 4 October 2019 about “Delivery Times”.', sameDay)).toBeDefined();
  });
});
