/** A contact of a kind the record would have to show. */
const ENCOUNTERS: readonly { named: RegExp; recorded: RegExp }[] = [
  {
    named:
      /\b(?:our|your|the|last|previous|upcoming|next|recent|tomorrow['’]s) (?:\w+ ){0,3}?(?:meeting|appointment|visit|demo|demonstration|lunch|dinner|workshop|webinar|seminar|conference|event|session|video ?call)\b|\bwe met\b|\b(?:see|meet(?:ing)?|seeing|visit(?:ing)?) you (?:on|at|in|tomorrow|next|soon|again|there)\b/i,
    recorded: /meeting|appointment|visit|demo|lunch|workshop|webinar|seminar|conference|event|session|video|in person/i,
  },
  {
    named:
      /(?<!\p{L})(?:unser\w*|Ihr\w*|beim|zum|dem|der|letzte\w*|nächste\w*) (?:\p{L}+ ){0,2}?(?:Treffen|Termin|Meeting|Besuch|Besprechung|Vorführung)|(?<!\p{L})wir (?:haben uns|hatten uns) (?:\p{L}+ ){0,3}?getroffen/u,
    recorded: /treffen|termin|meeting|besuch|besprechung|demo/i,
  },
  {
    named:
      /(?<!\p{L})(?:notre|votre|la|le|au|dernière?|prochaine?) (?:\p{L}+ ){0,2}?(?:rendez-vous|réunion|rencontre|visite|démonstration)/iu,
    recorded: /rendez-vous|réunion|rencontre|visite|demo|meeting|visit/i,
  },
  {
    named:
      /(?<!\p{L})(?:nuestra|nuestro|su|la|el|última|próxima) (?:\p{L}+ ){0,2}?(?:reunión|cita|visita|encuentro|demostración)/iu,
    recorded: /reunión|cita|visita|encuentro|demo|meeting|visit/i,
  },
];

/** What somebody said, wanted or did: the record has subjects, no contents. */
const SAID =
  /\b(?:you|he|she|they) (?:\w+ly |have |had |also |kindly |recently |already )*(?:told|asked|mentioned|said|complained|requested|ordered|bought|purchased|signed|agreed|promised|confirmed|wanted|expressed|reported|explained|shared|raised|wrote that|paid|subscribed|registered)\b|\bas (?:you |we )?(?:agreed|discussed|promised|requested|mentioned|arranged|planned)\b|\byour (?:order|purchase|complaint|request|invoice|subscription|contract|booking|reservation|delivery|payment)\b/i;
const SAID_ELSEWHERE =
  /(?<!\p{L})(?:wie (?:besprochen|vereinbart|gewünscht|versprochen)|sie (?:haben|hatten) (?:\p{L}+ ){0,5}?(?:gesagt|gefragt|erwähnt|bestellt|gekauft|vereinbart|zugesagt|berichtet)|ihre? (?:bestellung|beschwerde|rechnung|buchung)|comme (?:convenu|discuté|promis|demandé)|vous (?:avez|aviez) (?:\p{L}+ ){0,3}?(?:dit|demandé|mentionné|commandé|acheté|signé|signalé)|votre (?:commande|réclamation|facture|réservation)|como (?:acordamos|hablamos|prometimos|solicitó)|usted (?:nos )?(?:dijo|pidió|mencionó|compró|firmó|preguntó)|su (?:pedido|queja|factura|reserva))/iu;

/** A promise about when: nobody has made one. */
const PROMISED =
  /\b(?:we|i|a colleague|somebody|someone) (?:will|shall|['’]ll) (?:\w+ )?(?:call|phone|visit|meet|send|ship|deliver|refund|pay)\b/i;

/**
 * What a sentence tells of an encounter, of somebody's words or of a date to come that the record does not have, or
 * undefined. Questions may propose what statements may not presume.
 * @param recorded the channels and topics on record, as one text
 */
export function findInventedContact(sentence: string, recorded: string): string | undefined {
  const bare = sentence.replaceAll(/[“«„"][^”»“"]{1,80}[”»“"]/gu, ' ');
  const said = (SAID.exec(bare) ?? SAID_ELSEWHERE.exec(bare) ?? PROMISED.exec(bare))?.[0];
  if (said !== undefined && !/^\W*(?:if|please|should|falls|wenn|si)\b/i.test(bare)) return said;
  for (const { named, recorded: kind } of ENCOUNTERS) {
    const found = named.exec(bare)?.[0];
    if (found !== undefined && !kind.test(recorded)) return found;
  }
  return undefined;
}
