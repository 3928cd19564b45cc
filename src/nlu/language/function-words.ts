/** Languages the guess knows, ISO 639-1. */
export type KnownLanguage =
  'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'sv' | 'da' | 'no' | 'fi' | 'pl' | 'cs' | 'hu' | 'ro' | 'tr';

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
  sv: `och att det som en ett for pa med av till ar inte jag du vi ni den har kan ska skulle vill om fran hur vad nar var
    vilken vilket hej tack snalla pris priset kostar mycket vara er oss min vart eller men ocksa anvandare hej god dag`,
  da: `og at det som en et for pa med af til er ikke jeg du vi den har kan skal skulle vil om fra hvordan hvad hvornar hvor
    hvilken hej tak venligst pris prisen koster meget vores jer os min eller men ogsa brugere goddag jeres mange`,
  no: `og at det som en et for pa med av til er ikke jeg du vi den har kan skal skulle vil om fra hvordan hva nar hvor
    hvilken hei takk vennligst pris prisen koster mye var dere oss min eller men ogsa brukere goddag mange`,
  fi: `ja on ei se etta mita miten kuinka paljon maksaa hinta meilla teilla minun meidan teidan kiitos hei terve voiko voitte
    haluamme haluaisin onko mutta tai jos kun niin myos mika missa milloin kayttajaa paivaa ole olen olemme`,
  pl: `i w na z do nie to jest sie ze jak ile czy dla po od o za przez ale lub mamy mam prosze dziekuje dzien dobry czesc
    cena kosztuje plan chcemy chcialbym nas was jestesmy kiedy gdzie ktory uzytkownikow moze mozna bardzo`,
  cs: `a v na se z do ne je to ze jak kolik pro po od za ale nebo mame mam prosim dekuji dobry den ahoj cena stoji chceme
    chtel bych nas vas jsme kdy kde ktery uzivatelu muze velmi jsem jsou jake`,
  hu: `es a az egy nem van hogy mennyibe kerul mennyi ara mi ez kerem koszonom szia jo napot szeretnenk szeretnek nekunk vagy
    ha de is mikor hol melyik felhasznalo tudna lehet nagyon kell vagyunk`,
  ro: `si in la cu de pe nu este sunt ca sa un o pentru din mai ce cat costa pret pretul va multumesc buna ziua salut avem
    vrem dorim as dori noi dumneavoastra sau dar daca cum unde cand utilizatori poate foarte`,
  tr: `ve bir bu ne icin ile mi mu da de cok kadar fiyat fiyati nedir var yok merhaba selam tesekkurler lutfen biz siz ben
    istiyoruz istiyorum nasil nerede zaman hangi kullanici ama veya gun iyi olarak degil`,
};

/** Letters that hardly occur outside one of the languages. */
export const TELLING_LETTERS: readonly (readonly [KnownLanguage, RegExp])[] = [
  ['de', /[ßÄÖÜäöü]/],
  ['fr', /[œÇçêèûîÈÊ]/],
  ['es', /[ñÑ¿¡]/],
  ['pt', /[ãõÃÕ]/],
  ['it', /[ìòÌÒ]/],
  ['nl', /ij/],
  ['sv', /[åä]/],
  ['da', /[æøÆØ]/],
  ['no', /[æøåÆØÅ]/],
  ['fi', /ää|yö|öö/],
  ['pl', /[ąęłńśźżĄĘŁŚŻ]/],
  ['cs', /[ěřůčĚŘŮ]/],
  ['hu', /[őűŐŰ]/],
  ['ro', /[ășțĂȘȚşţ]/],
  ['tr', /[ığşİĞ]/],
];
