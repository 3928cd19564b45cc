/**
 * What the offline model says to somebody who writes in another language, in theirs where it knows it. Whether anybody
 * at the company speaks it is not known here, so a colleague is asked about, not promised.
 */
const FOREIGN: Readonly<Record<string, string>> = {
  de: 'Vielen Dank für Ihre Nachricht. Ich kann Ihnen sofort auf Englisch antworten; gern frage ich auch, ob eine Kollegin oder ein Kollege auf Deutsch weiterhelfen kann.',
  fr: 'Merci pour votre message. Je peux vous répondre tout de suite en anglais ; je peux aussi demander si un collègue peut prendre le relais en français.',
  es: 'Gracias por su mensaje. Puedo responderle ahora mismo en inglés; también puedo preguntar si algún compañero puede atenderle en español.',
  it: 'Grazie per il suo messaggio. Posso risponderle subito in inglese; posso anche chiedere se un collega può proseguire in italiano.',
  nl: 'Bedankt voor uw bericht. Ik kan u nu meteen in het Engels antwoorden; ik kan ook navragen of een collega u in het Nederlands verder kan helpen.',
  pt: 'Obrigado pela sua mensagem. Posso responder-lhe já em inglês; também posso perguntar se um colega pode continuar em português.',
  pl: 'Dziękuję za wiadomość. Mogę od razu odpowiedzieć po angielsku; mogę też zapytać, czy ktoś z zespołu może przejąć rozmowę po polsku.',
  sv: 'Tack för ditt meddelande. Jag kan svara på engelska direkt; jag kan också fråga om en kollega kan hjälpa dig vidare på svenska.',
  da: 'Tak for din besked. Jeg kan svare på engelsk nu; jeg kan også spørge, om en kollega kan hjælpe dig videre på dansk.',
  no: 'Takk for meldingen. Jeg kan svare på engelsk nå; jeg kan også spørre om en kollega kan hjelpe deg videre på norsk.',
};
const ENGLISH =
  'Thank you for your message. I can answer in English right away, and I can ask whether a colleague speaks your language.';

/** @param language ISO 639-1 */
export function foreignReply(language: string): string {
  return FOREIGN[language] ?? ENGLISH;
}
