const AMOUNT = String.raw`(?:\d+(?:[.,]\d+)?|one|two|three|four|half an?|einen?|eine|zwei|drei|un|une|deux|trois|una|dos|tres)`;
const FORM = String.raw`(?:tablets?|capsules?|pills?|drops?|puffs?|sachets?|injections?|shots?|tabletten?|kapseln?|tropfen|comprimés?|gélules?|gouttes?|comprimidos?|cápsulas?|gotas?)`;

/** How much and how often: dosage, in any text. */
const DOSAGE: readonly RegExp[] = [
  /\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|μg|ml|iu|i\.e\.|mmol|milligram\w*|milliliter\w*|microgram\w*|gramm?e?s?)(?!\p{L})/iu,
  new RegExp(String.raw`(?<!\p{L})${AMOUNT} ${FORM}(?!\p{L})`, 'iu'),
  /\b(?:once|twice|thrice|(?:one|two|three|four|\d+) times?) (?:a|per|each|every|daily)\b|\btwice daily\b|\bonce daily\b/i,
  /\bevery (?:\d+|two|four|six|eight|twelve) hours\b/i,
  /(?<!\p{L})(?:einmal|zweimal|dreimal|\d+-?mal) (?:täglich|am tag|pro tag)|(?:une|deux|trois|\d+) fois par jour|(?:una|dos|tres|\d+) ve(?:z|ces) al día/iu,
  /\b(?:maximum|usual|recommended|normal|daily|correct|right|starting|lower|higher|double) (?:daily )?dos(?:e|age)\b/i,
  /(?<!\p{L})(?:höchstdosis|tagesdosis|übliche dosis|empfohlene dosis|dose (?:maximale|recommandée|quotidienne)|dosis (?:máxima|recomendada|diaria))/iu,
];

const REMEDY = String.raw`(?:drug|medicine|medication|product|treatment|therapy|remedy|tablet|pill|vaccine|substance|it|this|that|which|they)s?`;

/** What a medicine does, and what somebody should do with it: claims once the subject is medical. */
const EFFECTS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${REMEDY} (?:\w+ ){0,3}?(?:works?|helps?|cures?|treats?|heals?|relieves?|reduces?|prevents?|improves?|eliminates?|lowers?|protects?|stops?)\b`,
    'i',
  ),
  /\b(?:highly|very|more|most|less|clinically|proven|equally|as) (?:\w+ly )?(?:effective|efficacious|potent|safe)\b/i,
  /\b(?:is|are|was|were|be|been|proved|proven|shown to be|remains?) (?:\w+ ){0,2}?(?:effective|ineffective|efficacious|safe|harmless|unsafe|well tolerated|suitable for)\b/i,
  /\b(?:cures?|heals?|treats?|relieves?|alleviates?) (?:your|the|all|most|any|many|\w+ (?:pain|symptoms?|disease))\b/i,
  /\b(?:no|few|hardly any|without|rare|mild|common) (?:known )?(?:side effects?|interactions?|risks?)\b/i,
  /\b(?:interacts? with|can be (?:combined|taken) with|(?:does|do) not interact)\b/i,
  /\b(?:success|response|cure|recovery) rates?\b|\bproven (?:to|results?|efficacy|effect)\b|\bclinical (?:studies|trials|evidence) (?:show|prove|confirm|demonstrate|found)/i,
  /\b(?:take|taking|stop|stopping|continue|continuing|increase|increasing|reduce|reducing|skip|switch to|swallow|inject|apply) (?:\w+ ){0,2}?(?:it|them|your|the|this|that|our) ?(?:\w+ ){0,2}?(?:drugs?|medicines?|medications?|tablets?|pills?|dose|dosage|treatment|therapy|before|after|with|daily|twice|once)\b/i,
  /\byou (?:should|must|can|may|need to|ought to) (?:safely )?(?:take|stop|continue|increase|reduce|skip|combine|use)\b/i,
  /\b(?:we|i) (?:recommend|advise|suggest|prescribe) (?:to take|taking|a dose|that you (?:take|stop)|(?:this|the|our|a) (?:drug|medicine|medication|treatment|therapy|dose))/i,
  /\bsafe (?:to (?:take|use)|for (?:you|everyone|all|children|pregnant))\b/i,
  /(?<!\p{L})(?:wirkt|heilt|lindert|hilft gegen|schützt vor|ist (?:sehr |gut |nachweislich )?(?:wirksam|verträglich|unbedenklich)|keine nebenwirkungen|nehmen sie|setzen sie .{0,20} ab|sollten sie .{0,30}(?:einnehmen|absetzen))/iu,
  /(?<!\p{L})(?:guérit|soulage|soigne|est (?:très |plus )?(?:efficace|sûr)|sans effets? secondaires?|aucun effet secondaire|prenez|arrêtez de prendre|vous devriez prendre)/iu,
  /(?<!\p{L})(?:cura|alivia|es (?:muy |más )?(?:eficaz|seguro|efectivo)|sin efectos? secundarios?|ningún efecto secundario|tome|deje de tomar|debería tomar)(?!\p{L})/iu,
];

const SPEAKS_OF_MEDICINE =
  /\b(?:drugs?|medicines?|medications?|medicinal|tablets?|pills?|vaccines?|dos(?:e|age)s?|symptoms?|side effects?|arznei\w*|medikament\w*|tabletten?|médicaments?|comprimés?|medicamentos?|comprimidos?)\b/iu;

/**
 * The part of a sentence that is a claim about dosage, effect or treatment, or undefined. Naming a subject ("about “Drug
 * Efficacy”") is none, nor is sending somebody to a doctor. What stands in a document does not matter: such a claim is for
 * professionals to make.
 * @param isMedical whether the text is about a medical subject; elsewhere only sentences that speak of medicine are looked at
 */
export function findMedicalClaim(sentence: string, isMedical: boolean): string | undefined {
  const bare = sentence.replaceAll(QUOTED, (quoted) => (isLabel(quoted) ? ' ' : quoted));
  const isLookedAt = isMedical || SPEAKS_OF_MEDICINE.test(sentence);
  // A dosage is one in quotation marks, too; only the name of a subject is taken out of them.
  return (
    findFirst(isLookedAt ? DOSAGE : DOSAGE.slice(0, 2), sentence) ?? (isLookedAt ? findFirst(EFFECTS, bare) : undefined)
  );
}

const QUOTED = /[“«„"][^”»“"]{1,80}[”»“"]/gu;
/** Subjects are named in few words; what is longer says something. */
const MAX_LABEL_WORDS = 5;

function isLabel(quoted: string): boolean {
  return quoted.trim().split(/\s+/).length <= MAX_LABEL_WORDS;
}

function findFirst(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}
