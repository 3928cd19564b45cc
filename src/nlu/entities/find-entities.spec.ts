import fc from 'fast-check';
import { type Entity, type Lexicon } from '../message-analysis.js';
import { splitWords } from '../split-words.js';
import { dropOverlaps } from './drop-overlaps.js';
import { findEntities } from './find-entities.js';

/** A Friday. */
const NOW = new Date('2026-11-20T09:00:00Z');
const lexicon: Lexicon = {
  entries: [
    { type: 'plan', value: 'enterprise', aliases: ['Enterprise plan'] },
    { type: 'competitor', value: 'C++ CRM', aliases: ['C++'] },
    { type: 'company', value: 'Harrow & Finch', aliases: [] },
    { type: 'product', value: 'Café Räder', aliases: [] },
  ],
};

function find(text: string, names?: Lexicon): Entity[] {
  return findEntities(text, splitWords(text), NOW, names);
}

function brief(text: string, names?: Lexicon): string[] {
  return find(text, names).map((entity) => `${entity.type} ${entity.value} <${entity.text}>`);
}

describe('findEntities', () => {
  it.each([
    ['$49 a seat', 'money 49.00 USD <$49>'],
    ['$1,200.50', 'money 1200.50 USD <$1,200.50>'],
    ['1.200,50 EUR', 'money 1200.50 EUR <1.200,50 EUR>'],
    ['about 50k euros', 'money 50000.00 EUR <50k euros>'],
    ['USD 2m', 'money 2000000.00 USD <USD 2m>'],
    ['49 €', 'money 49.00 EUR <49 €>'],
    ['12.5% off', 'percent 12.5 <12.5%>'],
    ['ten percent', 'percent 10 <ten percent>'],
    ['write to Bob.Smith+x@Mail.Example.com.', 'email bob.smith+x@mail.example.com <Bob.Smith+x@Mail.Example.com>'],
    ['call +49 (30) 1234567', 'phone +49301234567 <+49 (30) 1234567>'],
    ['(555) 123-4567', 'phone 5551234567 <(555) 123-4567>'],
    ['0171 2345678', 'phone 01712345678 <0171 2345678>'],
    ['for 50 seats', 'quantity 50 <50 seats>'],
    ['two hundred licences', 'quantity 200 <two hundred licences>'],
    ['twenty-five more users', 'quantity 25 <twenty-five more users>'],
    ['10k contacts', 'quantity 10000 <10k contacts>'],
    ['a team of 200', 'company_size 200 <team of 200>'],
    ['1,500 employees', 'company_size 1500 <1,500 employees>'],
    ['a 30-person company', 'company_size 30 <30-person company>'],
    ['within 30 days', 'duration P30D <30 days>'],
    ['a 6-month pilot', 'duration P6M <6-month>'],
    ['half an hour', 'duration PT30M <half an hour>'],
    ['99.999% uptime', 'percent 99.999 <99.999%>'],
    ['fifteen per cent', 'percent 15 <fifteen per cent>'],
    ['10-15% off', 'percent 10-15 <10-15%>'],
    ['$1.999 million', 'money 1999000.00 USD <$1.999 million>'],
    ['fifty dollars', 'money 50.00 USD <fifty dollars>'],
    ['1,000 bucks', 'money 1000.00 USD <1,000 bucks>'],
    ['£3.4 million', 'money 3400000.00 GBP <£3.4 million>'],
    ['$50 CAD', 'money 50.00 CAD <$50 CAD>'],
    ['$5-8k', 'money 5000.00-8000.00 USD <$5-8k>'],
    ['49/seat', 'money 49.00 <49>'],
    ['half a million euros', 'money 500000.00 EUR <half a million euros>'],
    ['200-300 employees', 'company_size 200-300 <200-300 employees>'],
    ['we are 250.', 'company_size 250 <250>'],
    ['50+ reps', 'quantity 50 <50+ reps>'],
    ['a dozen licences', 'quantity 12 <a dozen licences>'],
    ['zwanzig Lizenzen', 'quantity 20 <zwanzig Lizenzen>'],
    ['2-3 weeks', 'duration P2W-P3W <2-3 weeks>'],
    ['1.5 hours', 'duration PT90M <1.5 hours>'],
    ['order #10234', 'order_id 10234 <order #10234>'],
    ['order number: 10-234', 'order_id 10-234 <order number: 10-234>'],
    ['ord-10234', 'order_id ORD-10234 <ord-10234>'],
    ['Where is #W2378156?', 'order_id W2378156 <#W2378156>'],
    ['Where is order 88?', 'order_id 88 <order 88>'],
    ['product 88', 'product_id 88 <product 88>'],
    ['SKU AB-12', 'product_id AB-12 <SKU AB-12>'],
    ['speak to Mr Otieno', 'person Otieno <Otieno>'],
    ['My name is Dana Whitfield', 'person Dana Whitfield <Dana Whitfield>'],
    ['That would be all.\nRegards,\nDana', 'person Dana <Dana>'],
    ['we at Harrow & Finch', 'company Harrow & Finch <Harrow & Finch>'],
    ['Norlund Stahl GmbH', 'company Norlund Stahl GmbH <Norlund Stahl GmbH>'],
    ['hosted in the EU', 'location European Union <EU>'],
    ['our office in München', 'location Munich <München>'],
    ['based in Ockenheim', 'location Ockenheim <Ockenheim>'],
  ])('reads "%s"', (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  it.each([
    'I want to order 20 more',
    'invoice #4711',
    'our support is 24/7',
    'tell us more, TELL US NOW',
    "I'm interested",
    'we march on, may we?',
    'on the 14th floor',
    '200 calls a day',
  ])('makes no id, name, date or span of "%s"', (text) => {
    expect(find(text).filter(({ type }) => type !== 'quantity')).toEqual([]);
  });

  it('reads both amounts of "between … and …", and every order of a list', () => {
    expect(brief('between $5k and $8k')).toEqual(['money 5000.00 USD <$5k>', 'money 8000.00 USD <$8k>']);
    expect(brief('orders 12, 15 and 18')).toEqual(['order_id 12 <orders 12>', 'order_id 15 <15>', 'order_id 18 <18>']);
  });

  it.each([
    ['2026-12-01', '2026-12-01'],
    ['1.12.2026', '2026-12-01'],
    ['12/31/2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['3rd of March 2027', '2027-03-03'],
    ['March 3, 2027', '2027-03-03'],
    ['March 3', '2027-03-03'],
    ['20 November', '2026-11-20'],
    ['January 2027', '2027-01-01'],
    ['15. Dezember', '2026-12-15'],
    ['today', '2026-11-20'],
    ['tomorrow', '2026-11-21'],
    ['the day after tomorrow', '2026-11-22'],
    ['yesterday', '2026-11-19'],
    ['on Friday', '2026-11-27'],
    ['next Monday', '2026-11-23'],
    ['next Friday', '2026-11-27'],
    ['last Friday', '2026-11-13'],
    ['next week', '2026-11-23'],
    ['next month', '2026-12-01'],
    ['next quarter', '2027-01-01'],
    ['end of the month', '2026-11-30'],
    ['end of next month', '2026-12-31'],
    ['in two weeks', '2026-12-04'],
    ['in 3 months', '2027-02-20'],
    ['2 days ago', '2026-11-18'],
    ['end of Q1', '2027-03-31'],
    ['Q4', '2026-10-01'],
    ['Q3 2026', '2026-07-01'],
    ['the third quarter of 2027', '2027-07-01'],
    ['mid-January', '2027-01-15'],
    ['end of March', '2027-03-31'],
    ['end of year', '2026-12-31'],
    ['year-end', '2026-12-31'],
    ['EOM', '2026-11-30'],
    ['FY27', '2027-01-01'],
    ['the 14th', '2026-12-14'],
    ['Friday next week', '2026-11-27'],
    ['a week from Tuesday', '2026-12-01'],
    ['in a couple of weeks', '2026-12-04'],
    ['nächsten Dienstag', '2026-11-24'],
    ['semaine prochaine', '2026-11-23'],
    ['in zwei Wochen', '2026-12-04'],
    ['el próximo lunes', '2026-11-23'],
    ['Ende März', '2027-03-31'],
  ])('takes "%s" for %s', (text, value) => {
    expect(find(text)).toMatchObject([{ type: 'date', value, text }]);
  });

  it('reads a day and a month without a year behind a preposition, where only one order is possible', () => {
    expect(brief('on 14/11 or on 11/14 or on 03/04')).toEqual(['date 2027-11-14 <14/11>', 'date 2027-11-14 <11/14>']);
    expect(brief('in March')).toEqual(['date 2027-03-01 <March>']);
  });

  it.each(['03/04/2026', '31 April', '2026-02-30', '32/01/2026', 'version 1.2.3', 'sometime', '$', '50', 'a@b', '@'])(
    'finds nothing certain in "%s"',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );

  it('finds names of the lexicon as whole words, whatever their case and diacritics', () => {
    expect(brief("ENTERPRISE's price, harrow & finch, c++ or cafe rader?", lexicon)).toEqual([
      'plan enterprise <ENTERPRISE>',
      'company Harrow & Finch <harrow & finch>',
      'competitor C++ CRM <c++>',
      'product Café Räder <cafe rader>',
    ]);
    expect(brief('large enterprises, c, narrow and finch', lexicon)).toEqual([]);
  });

  it('prefers the longer reading: the plan with its noun, the date to the duration in it', () => {
    expect(brief('the Enterprise plan in 2 weeks', lexicon)).toEqual([
      'plan enterprise <Enterprise plan>',
      'date 2026-12-04 <in 2 weeks>',
    ]);
  });

  it('counts offsets in UTF-16 units, after emoji too', () => {
    expect(find('😀 $5')).toEqual([{ type: 'money', value: '5.00 USD', text: '$5', start: 3, end: 5 }]);
  });

  it('gives every entity the text at its offsets, in order and without overlap, whatever the message', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '$49',
        ' 50 seats ',
        'next Friday',
        'in 2 weeks',
        'a@b.com',
        '+49 30 123456',
        'İ',
        '😀',
        '\ud800',
        ' ',
        ',',
      ),
      fc.constantFrom(
        'Enterprise plan',
        "C++'s",
        '12.5%',
        '2026-11-20',
        '1.200,50 €',
        'team of 200',
        'ﬁ',
        'ß',
        '\n',
        "'s",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const entity of find(text, lexicon)) {
          expect(text.slice(entity.start, entity.end)).toBe(entity.text);
          expect(entity.text).not.toBe('');
          expect(entity.start).toBeGreaterThanOrEqual(last);
          last = entity.end;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('dropOverlaps', () => {
  const entity = (type: Entity['type'], start: number, end: number): Entity => ({
    type,
    value: '',
    text: '',
    start,
    end,
  });

  it('keeps the longest of overlapping entities', () => {
    expect(dropOverlaps([entity('duration', 3, 8), entity('date', 0, 8), entity('money', 9, 11)])).toEqual([
      entity('date', 0, 8),
      entity('money', 9, 11),
    ]);
  });

  it('prefers the more specific of two readings of the same words', () => {
    expect(dropOverlaps([entity('phone', 0, 9), entity('date', 0, 9)])).toEqual([entity('date', 0, 9)]);
  });
});
