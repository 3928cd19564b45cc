import { findAll } from '../../../shared/find-all.js';
import { type Entity } from '../../message-analysis.js';

/** No sign occurs both inside words and between them, or long runs of it would be tried in every combination. */
const WORD = String.raw`(?:\p{Lu}|\d(?=\p{L}))[\p{L}\p{N}.'’]{0,30}(?:[&+-][\p{L}\p{N}]{1,30}){0,2}`;
const LINK = ' (?:(?:&|and|und|et|y|of|de) )?';
const NAME = String.raw`${WORD}(?:${LINK}${WORD}){0,4}`;
const LEGAL = String.raw`(?:GmbH(?: & Co\.? KG)?|AG|KG|SE|UG|e\.V\.|[Ii]nc\.?|INC\.?|L[Tt][Dd]\.?|Limited|LLC|LLP|PLC|[Pp]lc|[Cc]orp\.?|Corporation|S\.?A\.?S?\.?|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.?L\.?|B\.?V\.?|N\.?V\.?|A\/S|ApS|AB|AS|Oy|Pty(?: Ltd)?|Co\.|Group|Holdings?|Partners|& Sons|& Co\.?)`;
const START = String.raw`(?<![\p{L}\p{N}@.])`;
const END = String.raw`(?![\p{L}\p{N}])`;

/** A legal form behind the name is the surest sign. */
const FORMED = new RegExp(
  String.raw`${START}${WORD}(?:,? (?:(?:&|and|und|et|of) )?${WORD}){0,4}?,? ${LEGAL}${END}`,
  'gu',
);
const CUED = new RegExp(
  String.raw`${START}(?:(?:[Ww]e|[Uu]s|[Tt]eam|[Ff]olks|[Hh]ere|[Pp]eople|[Cc]olleagues) (?:at|from)|[Ww]e are|[Ww]e['’]re|I work (?:for|at)|I['’]m (?:working )?(?:at|from|with)|I am (?:at|from|with)|[Ww]ork(?:s|ing)? (?:for|at)|[Oo]n behalf of|[Cc]all(?:ing)? from|[Ww]riting from|(?:[Oo]ur|[Mm]y) (?:company|firm|business|agency|employer)(?: is(?: called)?| name is|,)|[Cc]ompany(?: name)?(?: is|:)|(?:[Cc]ompany|[Ff]irm|[Bb]usiness|[Aa]gency|[Ss]tart-?up) (?:called|named)|[Cc](?:EO|TO|FO|OO|IO|MO) (?:of|at)|(?:[Hh]ead of \p{L}+|[Dd]irector|[Mm]anager|[Ff]ounder|[Oo]wner|[Vv]P(?: of)? \p{L}+|[Pp]resident) (?:of|at)|[Ww]ir (?:bei|von)|[Cc]hez|[Nn]ous chez) (${NAME})`,
  'gu',
);
/** "Dana from Acme": only behind a name, for places stand there as well. */
const OF_PERSON = new RegExp(
  String.raw`${START}\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?,? (?:here )?(?:from|at|of|von|de chez) (${NAME})`,
  'gu',
);

const NO_NAMES =
  /^(?:I|We|You|The|A|An|My|Our|Your|Their|This|That|These|Those|It|He|She|They|Here|There|In|On|At|For|From|To|And|Or|But|If|Is|Are|Can|Could|Would|Do|Does|What|When|Where|Which|Who|How|Why|Hi|Hello|Dear|Thanks|Regards|Mr|Mrs|Ms|Dr|CEO|CTO|CFO|COO|Head|Director|Manager|Sales|Marketing|Finance|Support|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Enterprise|Interested|Looking|Ready|Not|EU|UK|US|USA|HR|IT|Q[1-4]|GDPR|SOC|ISO|SSO|API|CRM)$/u;
/** Words before a company that belong to the sentence. */
const LEADING = /^(?:I|We|The|Our|My|Your|At|From|For|With|And|In|Is|Are|Hi|Hello|Dear|Does|Do|Can|By|To|Of)(?: |$)/u;

function build(text: string, start: number, written: string): Entity[] {
  let name = written
    .replace(/['’]s$/u, '')
    .replace(/[.,'’&+-]+$/u, (tail) => (/^\.$/.test(tail) && /(?:Inc|Ltd|Corp|Co|[A-Z])\.$/u.test(written) ? '.' : ''));
  let from = start;
  for (let lead = LEADING.exec(name); lead !== null; lead = LEADING.exec(name)) {
    from += lead[0].length;
    name = name.slice(lead[0].length);
    if (lead[0].length === 0) break;
  }
  if (name.length < 2 || NO_NAMES.test(name) || NO_NAMES.test(name.split(' ')[0] ?? '')) return [];
  return [
    { type: 'company', value: name, text: text.slice(from, from + name.length), start: from, end: from + name.length },
  ];
}

/** "Acme. We need": a full stop ends the name unless it belongs to an abbreviation. */
function untilFullStop(name: string): string {
  const stop = /(?<=[\p{L}\p{N}]{3})\. /u.exec(name);
  return stop === null ? name : name.slice(0, stop.index);
}

/** Companies: a name with its legal form, or one behind "we at", "I work for" and the like. */
export function findCompanies(text: string): Entity[] {
  if (!/\p{Lu}/u.test(text)) return [];
  const formed = findAll(text, FORMED).flatMap((match) => build(text, match.index, match[0]));
  const cued = [CUED, OF_PERSON].flatMap((pattern) =>
    findAll(text, pattern).flatMap((match) => {
      const name = match[1] ?? '';
      return build(text, match.index + match[0].length - name.length, untilFullStop(name));
    }),
  );
  return [...formed, ...cued];
}
