import { findAll } from '../../../shared/find-all.js';
import { type Entity } from '../../message-analysis.js';
import { foldWord, type Word } from '../../split-words.js';
import { GIVEN_NAMES } from './given-names.js';

/** One word of a name: "Dana", "O'Neill", "Jean-Luc", an initial; hyphens inside. */
const PART = String.raw`\p{Lu}(?:[\p{L}\p{M}]{0,30}(?:['’-]\p{L}[\p{L}\p{M}]{0,30}){0,2}|\.)`;
const PARTICLE = '(?:van|von|de|der|den|da|di|del|della|du|la|le|dos|bin|al|el|zu|ten|ter)';
const NAME = String.raw`${PART}(?: (?:${PARTICLE} ){0,2}${PART}){0,3}`;
const TITLE = String.raw`(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra|Sr|Signora?|Sig|Dott|Senhora?|Dhr|Mevrouw|Mevr)\.?`;
const START = String.raw`(?<![\p{L}\p{N}@])`;

const LEADING_TITLE = new RegExp(`^(?:${TITLE} )+`, 'u');
/** A title is the surest sign. */
const TITLED = new RegExp(String.raw`${START}(?:${TITLE} ){1,2}(${NAME})`, 'gu');
const INTRODUCED = new RegExp(
  String.raw`${START}(?:[Mm]y (?:full |first |last )?name(?:['’]s| is)|[Nn]ame is|[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]i nombre es|[Mm]e llamo|[Mm]i chiamo|[Mm]eu nome é|[Mm]e chamo|[Mm]ijn naam is|[Ii]k heet|[Nn]ame:|[Cc]ontact:|[Cc]ontact person:) (${NAME})`,
  'gu',
);
/** These stand before adjectives as well, so the word behind has to look like a name. */
const SELF = new RegExp(
  String.raw`${START}(?:I['’]?m|I am|[Tt]his is|[Ii]t['’]s|[Ii]ch bin|[Jj]e suis|[Ss]oy|[Ss]ono|[Ss]ou|[Ii]k ben|[Hh]ier ist|[Hh]ere is) (${NAME})`,
  'gu',
);
/** Written small, as in a chat: only behind words that nothing but a name follows. */
const INTRODUCED_SMALL =
  /(?<![\p{L}\p{N}])(?:my (?:full )?name(?:['’]s| is)|mein name ist|je m['’]appelle|me llamo|mi chiamo) (\p{Ll}{2,20}(?: \p{Ll}{2,20})?)(?=\s*(?:$|[.,;!?\n]|(?:and|from|i|i['’]m|i['’]d|but|here|speaking)(?!\p{L})))/giu;
/** Somebody to be spoken to or about. */
const MENTIONED = new RegExp(
  String.raw`${START}(?:(?:[Ss]peak|[Ss]poke|[Tt]alk|[Tt]alked|[Ww]rite|[Rr]each out|[Gg]et in touch|[Ii]ntroduced?|[Ff]orward(?:ed)?(?: it| this)?|[Ss]end(?: it| this)?|[Ss]ent(?: it| this)?) (?:to|with)|[Mm]et(?: with)?|[Aa]sk(?:ed)?(?: for)?|[Cc][Cc](?:['’]?d|['’]?ing)?:?|[Cc]opying(?: in)?|[Cc]ontact|[Mm]eeting with|[Cc]all with|[Dd]emo with|(?:[Mm]y|[Oo]ur|[Yy]our|[Tt]he) (?:new )?(?:colleagues?|boss|manager|director|assistant|ceo|cfo|cto|coo|cio|cmo|CEO|CFO|CTO|COO|CIO|CMO|rep|representative|account manager|team lead|head of \p{L}+|founder|buyer|lawyer|wife|husband|friend|partner),?(?: is)?) (${NAME})`,
  'gu',
);
const GREETED = new RegExp(
  String.raw`(?<=^|\n|[.!?] )\s{0,4}(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Hh]allo|[Ll]iebe[r]?|[Bb]onjour|[Hh]ola|[Cc]iao|[Oo]lá|[Gg]ood (?:morning|afternoon|evening)|[Gg]uten (?:Morgen|Tag)|[Bb]este|[Mm]oin|HI|HELLO),? (?:there,? )?(${NAME})(?=\s*[,!.:;–—?-]|\s*\n|\s*$| (?:and|I|we|thanks|this|just|could|can|how|what|do|is|my|here|from) )`,
  'gu',
);
const SIGNED = new RegExp(
  String.raw`(?:^|\n|[.!?] )[ \t]*(?:(?:(?:[Kk]ind|[Bb]est|[Ww]arm|[Mm]any)(?:est)? )?(?:[Rr]egards|[Tt]hanks|[Ww]ishes)|[Bb]est|[Cc]heers|[Tt]hanks(?: a lot| again| so much)?|[Tt]hank you|[Ss]incerely(?: yours)?|[Yy]ours(?: truly| sincerely| faithfully)?|(?:[Vv]iele|[Bb]este|[Ll]iebe|[Ff]reundliche|[Mm]it freundlichen) Gr(?:üße|üßen|uesse|uessen|üsse|üssen)|[Dd]anke|[Vv]ielen Dank|[Cc]ordialement|[Bb]ien à vous|[Mm]erci|[Ss]aludos(?: cordiales)?|[Gg]racias|[Cc]ordiali saluti|[Gg]razie|[Aa]tenciosamente|[Oo]brigad[oa]|[Mm]et vriendelijke groeten?)[,.!]?[ \t]{0,3}(?:[-–—][ \t]{0,3})?(?:\r?\n[ \t]{0,8}){0,4}(?<=[\n,.!–—-][ \t]{0,8})(${NAME})(?=\s{0,20}(?:$|\n|[,.|(]))`,
  'gu',
);
/** "Dana Whitfield here", "- Dana" on the last line, "Dana Whitfield from Acme". */
const SPEAKING = new RegExp(
  String.raw`(?<=^|\n|[.,!?] )(${NAME}),? (?:here|speaking)(?=\s*(?:[.,!;:–—-]|$|\n| (?:from|at|of) ))`,
  'gu',
);
const DASHED = new RegExp(String.raw`\n[ \t]{0,8}(?:--?|–|—)[ \t]{0,3}(${NAME})\s{0,20}$`, 'gu');

/** Capitalised after those cues, but no names. */
const NO_NAMES: ReadonlySet<string> = new Set(
  `i a an the it we you they he she this that there here what when where which who how why all everyone everybody team support sales
  sir madam friend friends folks guys interested looking happy sorry sure not just very so also still now glad pleased afraid
  ready new back done ceo cto cfo coo cio cmo vp svp head director manager founder owner president chief senior junior english
  german french spanish italian american british european canadian australian indian dutch swiss austrian chinese japanese
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december yes no ok okay please thanks thank hi hello dear regards best christmas easter google microsoft excel
  outlook slack salesforce hubspot it’s its great good urgent important about for from in on at to with and or but if is are
  can could would should will do does did have has had our your my their his her any some more most marketing finance
  engineering procurement legal operations product customer service account billing hr crm api sso gdpr soc iso das der die
  ein eine nur sehr interessiert le la les un une el los las una il lo gli o os as um uma het een de god damn hell
  day morning evening afternoon today tomorrow time street road avenue lane suite drive order plan price pricing enterprise business premium pro`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** "Regards,\nDana Whitfield\nHead of Sales": names do not run over the end of a line, nor into a verb. */
function cleanName(written: string): string | undefined {
  const parts = written.split(' ');
  const kept: string[] = [];
  for (const part of parts) {
    if (NO_NAMES.has(foldWord(part)) || NO_NAMES.has(part.toLowerCase())) break;
    kept.push(part);
  }
  while (/^\p{Ll}/u.test(kept.at(-1) ?? '')) kept.pop();
  const name = kept.join(' ').replace(/(?<=\p{L}{2})\.$/u, '');
  const isAbbreviation = kept.length === 1 && /^(?:\p{Lu}{2,}|.*\.)$/u.test(name);
  return name.length < 2 || isAbbreviation ? undefined : name;
}

function toPerson(text: string, from: number, written: string): Entity[] {
  const title = LEADING_TITLE.exec(written)?.[0] ?? '';
  const start = from + title.length;
  const name = cleanName(written.slice(title.length));
  if (name === undefined) return [];
  const bare = name.replace(/['’]s$/, '');
  return [
    { type: 'person', value: bare, text: text.slice(start, start + bare.length), start, end: start + bare.length },
  ];
}

function findCued(text: string, pattern: RegExp): Entity[] {
  return findAll(text, pattern).flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(name);
    return toPerson(text, start, name);
  });
}

/** A known given name, and the capitalised words behind it: at least one, or the name alone is left to the cues. */
function findByGivenName(text: string, words: readonly Word[]): Entity[] {
  return words.flatMap((word, at): Entity[] => {
    if (!GIVEN_NAMES.has(word.key.split('-')[0] ?? '') || !/\p{Lu}/u.test(text.charAt(word.start))) return [];
    const before = words[at - 1];
    // The second half of a double name ("Jean-Luc") was seen with the first.
    if (before !== undefined && text.slice(before.end, word.start) === '-') return [];
    NAME_AT.lastIndex = word.start;
    const name = NAME_AT.exec(text)?.[0];
    if (name === undefined || !name.includes(' ')) return [];
    const found = toPerson(text, word.start, name);
    return found.filter(({ value }) => value.includes(' '));
  });
}

const NAME_AT = new RegExp(NAME, 'uy');

/** People: by title, by how they are introduced, greeted, signed or mentioned, or by a common given name with a surname. */
export function findPersons(text: string, words: readonly Word[]): Entity[] {
  const cued = [TITLED, INTRODUCED, INTRODUCED_SMALL, SELF, MENTIONED, GREETED, SIGNED, SPEAKING, DASHED];
  return [...cued.flatMap((pattern) => findCued(text, pattern)), ...findByGivenName(text, words)];
}
