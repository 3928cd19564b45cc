/** Languages the guess knows, ISO 639-1. */
export type KnownLanguage = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl';

/** Small frequent words, greetings and words of trade, folded (no diacritics): what short business messages are made of. */
export const FUNCTION_WORDS: Record<KnownLanguage, string> = {
  en: `the a an and or but of to in on at for from with without by about is are was were be been am do does did have has
    had i you he she we they it this that these those my your our their what which who when where why how can could would
    should will may might must not no yes if than then there here just so more most some any all as into over hello hi hey
    please thanks thank dear regards need want like know get got send let us me im weve dont cant whats its youre
    price pricing cost discount much many good great sorry ok today tomorrow`,
  de: `der die das und oder aber von zu in im am auf fur mit ohne bei uber ist sind war waren sein bin hat haben hatte ich
    du er sie wir ihr es dieser diese dieses mein unser euer ihre was welche wer wann wo warum wie kann konnen konnte
    wurde werden wird soll muss nicht kein keine ja nein wenn als dann hier nur so mehr auch noch schon ein eine einen
    einem einer des dem den hallo guten tag bitte danke vielen grusse viel kostet preis preise rabatt angebot gerne mochte
    mochten uns mir euch zum zur`,
  fr: `le la les un une des et ou mais de du a au aux en dans sur pour avec sans par est sont etait etre suis ai as avons
    avez ont je tu il elle nous vous ils elles ce cet cette ces mon notre votre leur que quel quelle quels qui quand
    pourquoi comment peut pouvez pourriez voudrais voulons ne pas non oui si plus tres aussi bonjour bonsoir salut merci
    svp prix combien coute remise tarif tarifs c est d l qu j n s y`,
  es: `el la los las un una unos unas y o pero de del a al en con sin por para es son era ser soy estoy esta estan he ha
    hemos han yo tu usted ustedes el ella nosotros ellos este esto esa ese mi nuestro nuestra su sus que cual quien cuando
    donde como porque puede pueden podria quiero queremos quisiera no si mas muy tambien hola buenos buenas dias tardes
    gracias favor precio precios cuanto cuesta descuento nos me lo le se`,
  it: `il lo la i gli le un uno una e o ma di del della dei delle a al alla in nel con senza per da dal su sono era essere
    ho ha abbiamo hanno io tu lei noi voi loro questo questa questi mio nostro vostro suo che quale chi quando dove perche
    come puo potete potrebbe vorrei vorremmo non si piu molto anche ciao buongiorno buonasera salve grazie prego favore
    prezzo prezzi quanto costa sconto ci mi e ne`,
  pt: `o a os as um uma uns umas e ou mas de do da dos das em no na nos nas com sem por para pelo pela sao era ser sou
    estou esta estao tenho tem temos eu tu voce voces ele ela eles este esta isso esse meu nosso nossa seu sua que qual
    quem quando onde como porque pode podem poderia quero queremos gostaria nao sim mais muito tambem ola oi bom boa dia
    tarde obrigado obrigada preco precos quanto custa desconto me se ao`,
  nl: `de het een en of maar van te in op aan voor met zonder bij over is zijn was waren ben heb heeft hebben had ik jij je
    u hij zij we wij ze dit dat deze die mijn ons onze jullie hun wat welke wie wanneer waar waarom hoe kan kunnen kunt
    zou zouden zal moet niet geen ja nee als dan er hier nog ook meer veel hallo goedemorgen goedendag dag alstublieft
    bedankt dank prijs prijzen kost kosten korting graag willen wil naar uit om`,
};

/** Letters that hardly occur outside one of the languages. */
export const TELLING_LETTERS: readonly (readonly [KnownLanguage, RegExp])[] = [
  ['de', /[ßÄÖÜäöü]/],
  ['fr', /[œÇçêèûîÈÊ]/],
  ['es', /[ñÑ¿¡]/],
  ['pt', /[ãõÃÕ]/],
  ['it', /[ìòÌÒ]/],
  ['nl', /ij/],
];
