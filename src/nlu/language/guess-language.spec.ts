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
    ['sv', 'Hej, hur mycket kostar licensen för tjugo användare?'],
    ['da', 'Hej, hvad koster det for 20 brugere hos jer?'],
    ['no', 'Hei, hva koster det for tjue brukere hos dere?'],
    ['fi', 'Hei, paljonko se maksaa ja voitteko soittaa meille?'],
    ['pl', 'Dzień dobry, ile kosztuje plan dla 20 użytkowników?'],
    ['cs', 'Dobrý den, kolik to stojí pro 20 uživatelů?'],
    ['hu', 'Jó napot, mennyibe kerül ez nekünk?'],
    ['ro', 'Bună ziua, cât costă pentru 20 de utilizatori?'],
    ['tr', 'Merhaba, fiyatı ne kadar ve nasıl başlarız?'],
    ['ja', 'こんにちは、料金を教えてください'],
    ['zh', '企业版多少钱？'],
    ['ko', '안녕하세요, 가격이 얼마인가요?'],
    ['ar', 'مرحبا، كم السعر؟'],
    ['fa', 'قیمت چقدر است؟'],
    ['he', 'שלום, כמה זה עולה?'],
    ['ru', 'Здравствуйте, сколько стоит тариф?'],
    ['uk', 'Добрий день, скільки коштує підписка?'],
    ['bg', 'Здравейте, колко струва?'],
    ['el', 'Γεια σας, πόσο κοστίζει;'],
    ['hi', 'नमस्ते, कीमत क्या है?'],
    ['th', 'สวัสดี ราคาเท่าไหร่'],
    ['en', 'How much is the Премиум plan for us?'],
    ['nl', 'Hallo, wat kost het abonnement voor twintig gebruikers?'],
  ])('recognises %s: %s', (language, text) => {
    expect(guess(text)).toBe(language);
  });

  it.each(['', '😀😀😀', '12345', 'xkcd qwrt', 'CRM', '\ud800'])('does not know the language of %j', (text) => {
    expect(guess(text)).toBe('und');
  });

  it('does not take a name with an umlaut for German', () => {
    expect(guess('Could you please send this to Mr Müller?')).toBe('en');
  });
});
