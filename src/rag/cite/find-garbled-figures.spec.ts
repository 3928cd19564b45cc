import { findGarbledFigures, isGarbled } from './find-garbled-figures.js';

describe('findGarbledFigures', () => {
  it.each([
    '9-9% uptime',
    'Uptime is 9-9% for Pro.',
    'The uptime is 99-9 %',
    '?? hours',
    '$$ per seat',
    'TBD',
    'xx days',
    '$4_9 per seat',
    '1O0%',
    'N/A',
    '| Team |  | $4 |',
    'â‚¬49',
    '0.0.9 %',
    'It costs $1,',
    'Price: $',
    'Rates for boats follow in Q? 2027.',
    'The weekend rate is to be confirmed.',
    'Boots: ?? € per day',
  ])('sees that a figure is lost in %s', (text) => {
    expect(isGarbled(text)).toBe(true);
  });

  it.each([
    'It costs $1,200.',
    'Uptime is 99.95%.',
    'Do you have 5?',
    '| Team | $39 |',
    'TLS 1.2 or newer',
    'From 10-20% off',
    'a 9-5 job',
    'Between 0.5-5% a month',
    'Discounts of 5-15%',
    'SAML 2.0',
    '10 x 5 GB',
    'Night guard: 129,50 €',
    'A helmet costs 9 € per day.',
    '| Helmet | 9 € |',
    '**12 €** a day',
    'Kayaks: on request',
    'Do you have a Q&A?',
  ])('leaves %s alone', (text) => {
    expect(isGarbled(text)).toBe(false);
  });

  it('says where', () => {
    const text = 'Support answers within ?? hours, storage is 50 GB.';
    expect(findGarbledFigures(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual(['??']);
  });
});
