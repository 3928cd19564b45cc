import { splitWords } from '../split-words.js';
import { guessLanguage } from './guess-language.js';

const guess = (text: string): string => guessLanguage(text, splitWords(text));

describe('guessLanguage', () => {
  it.each([
    ['en', 'How much is the enterprise plan for 50 seats?'],
    ['en', 'Not interested, thanks.'],
    ['de', 'Guten Tag, was kostet das Angebot für zehn Personen?'],
    ['fr', 'Bonjour, combien coûte la licence pour vingt utilisateurs ?'],
    ['es', 'Hola, ¿cuánto cuesta el plan para mi empresa?'],
    ['it', 'Buongiorno, quanto costa la licenza per venti persone?'],
    ['pt', 'Olá, quanto custa o plano para a minha empresa? Obrigado!'],
    ['nl', 'Hallo, wat kost het abonnement voor twintig gebruikers?'],
  ])('recognises %s: %s', (language, text) => {
    expect(guess(text)).toBe(language);
  });

  it.each(['', '😀😀😀', '12345', 'xkcd qwrt', 'こんにちは', '\ud800'])('does not know the language of %j', (text) => {
    expect(guess(text)).toBe('und');
  });

  it('does not take a name with an umlaut for German', () => {
    expect(guess('Could you please send this to Mr Müller?')).toBe('en');
  });
});
