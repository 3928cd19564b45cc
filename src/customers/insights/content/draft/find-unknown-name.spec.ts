import { findUnknownName, wordsOf } from './find-unknown-name.js';

const known = wordsOf(['Ingrid Solheim', 'Fjordline Logistics', 'Drug Interaction Concerns']);
const isKnownWord = (word: string): boolean => known.has(word);

describe('findUnknownName', () => {
  it.each([
    ['Please ask for Peter.', 'en', 'Peter'],
    ['Anna will be glad to help.', 'en', 'Anna'],
    ['Our partner Globex can help.', 'en', 'Globex'],
    ['Mr. Xylo is waiting.', 'en', 'Xylo'],
    ['Frau Quandt hilft Ihnen gern.', 'de', 'Quandt'],
    ['Ihre Ansprechpartnerin ist Sabine.', 'de', 'Sabine'],
    ['Votre contact est Jean.', 'fr', 'Jean'],
  ] as const)('hears in “%s” (%s) the name %s', (sentence, language, name) => {
    expect(findUnknownName(sentence, isKnownWord, language)).toBe(name);
  });

  it.each([
    ['Hello Ingrid, thank you.', 'en'],
    ['We greet Fjordline Logistics.', 'en'],
    ['May we help on Monday? I would like to.', 'en'],
    ['We were in contact about “Drug Interaction Concerns”.', 'en'],
    ['“Is this a good moment?” Please say so.', 'en'],
    ['Bitte wenden Sie sich mit Fragen zu Ihrer Gesundheit an eine Ärztin.', 'de'],
    ['¿Podemos ayudarle? Díganos qué necesita.', 'es'],
  ] as const)('hears none in “%s” (%s)', (sentence, language) => {
    expect(findUnknownName(sentence, isKnownWord, language)).toBeUndefined();
  });
});
