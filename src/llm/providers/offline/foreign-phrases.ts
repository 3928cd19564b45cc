/** What the offline model says to somebody who writes in another language: what it can do, in theirs where it knows it. */
const FOREIGN: Readonly<Record<string, string>> = {
  de: 'Vielen Dank für Ihre Nachricht. Im Moment kann ich nur auf Englisch antworten: zu Tarifen und Preisen, Funktionen, Sicherheit und Einführung. Wenn Sie lieber Deutsch sprechen, frage ich eine Kollegin oder einen Kollegen.',
  fr: 'Merci pour votre message. Pour le moment, je ne peux répondre qu’en anglais : sur les offres et les prix, les fonctionnalités, la sécurité et la mise en route. Si vous préférez le français, je peux demander à un collègue.',
  es: 'Gracias por su mensaje. Por ahora solo puedo responder en inglés: sobre planes y precios, funciones, seguridad y puesta en marcha. Si prefiere el español, puedo preguntar a un compañero.',
  it: 'Grazie per il suo messaggio. Per ora posso rispondere solo in inglese: su piani e prezzi, funzioni, sicurezza e avvio. Se preferisce l’italiano, posso chiedere a un collega.',
  nl: 'Bedankt voor uw bericht. Op dit moment kan ik alleen in het Engels antwoorden: over abonnementen en prijzen, functies, beveiliging en de start. Als u liever Nederlands spreekt, vraag ik een collega.',
  pt: 'Obrigado pela sua mensagem. De momento só consigo responder em inglês: sobre planos e preços, funcionalidades, segurança e início. Se preferir português, posso perguntar a um colega.',
  pl: 'Dziękuję za wiadomość. Na razie mogę odpowiadać tylko po angielsku: o planach i cenach, funkcjach, bezpieczeństwie i wdrożeniu. Jeśli woli Pan lub Pani polski, zapytam kolegę.',
  sv: 'Tack för ditt meddelande. Just nu kan jag bara svara på engelska: om planer och priser, funktioner, säkerhet och uppstart. Vill du hellre skriva på svenska frågar jag en kollega.',
  da: 'Tak for din besked. Lige nu kan jeg kun svare på engelsk: om planer og priser, funktioner, sikkerhed og opstart. Vil du hellere skrive på dansk, spørger jeg en kollega.',
  no: 'Takk for meldingen. Akkurat nå kan jeg bare svare på engelsk: om planer og priser, funksjoner, sikkerhet og oppstart. Vil du heller skrive på norsk, spør jeg en kollega.',
};
const ENGLISH =
  'Thank you for your message. For now I can only answer in English: about our plans and prices, features, security and getting started. ' +
  'If you would rather use your own language, tell me and I will ask a colleague.';

/** @param language ISO 639-1 */
export function foreignReply(language: string): string {
  return FOREIGN[language] ?? ENGLISH;
}
