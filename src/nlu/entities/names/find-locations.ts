import { findAll } from '../../../shared/find-all.js';
import { type Entity } from '../../message-analysis.js';
import { splitWords, type Word } from '../../split-words.js';
import { DOUBTFUL_PLACES, PLACES } from './places.js';

const MAX_WORDS = 4;
const VALUE_OF: ReadonlyMap<string, string> = new Map(
  PLACES.flatMap(({ value, names }) => names.map((name): [string, string] => [keyOf(name), value])),
);
const OPENINGS: ReadonlySet<string> = new Set([...VALUE_OF.keys()].map((key) => key.split(' ')[0] ?? ''));

function keyOf(name: string): string {
  return splitWords(name, 8)
    .map(({ key }) => key)
    .join(' ');
}

const OF_PLACE: ReadonlySet<string> = new Set(
  'in from to near across throughout within outside into for the of and via around based in im aus nach bei en de a au aux da di em para naar uit over der die'.split(
    ' ',
  ),
);

function isAccepted(text: string, words: readonly Word[], at: number, count: number, key: string): boolean {
  const before = words[at - 1];
  const written = text.slice(words[at]?.start, words[at + count - 1]?.end);
  if (key.length <= 4 && !isKnownWord(written)) return isAbbreviation(text, written, before);
  const isLarge = /^\p{Lu}/u.test(written);
  const isBehindPreposition = before !== undefined && OF_PLACE.has(before.key);
  if (DOUBTFUL_PLACES.has(key)) return isBehindPreposition && isLarge;
  return isLarge || isBehindPreposition || words.length <= 3;
}

/** "Oman", "Peru": short names that are no abbreviations. */
function isKnownWord(written: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(written);
}

/** Abbreviations are written in capitals: "us" is a pronoun, and "TELL US NOW" is no place either. */
function isAbbreviation(text: string, written: string, before: Word | undefined): boolean {
  if (!/^[\p{Lu}.\s]+$/u.test(written)) return false;
  return written !== 'US' || before === undefined || !/^\p{Lu}{2,}$/u.test(text.slice(before.start, before.end));
}

function findKnown(text: string, words: readonly Word[]): Entity[] {
  const found: Entity[] = [];
  for (const [at, word] of words.entries()) {
    if (!OPENINGS.has(word.key)) continue;
    for (let count = Math.min(MAX_WORDS, words.length - at); count > 0; count -= 1) {
      const span = words.slice(at, at + count);
      const key = span.map((part) => part.key).join(' ');
      const [value, last] = [VALUE_OF.get(key), span.at(-1)];
      if (value === undefined || last === undefined || !isAccepted(text, words, at, count, key)) continue;
      const end = text.slice(last.end - 2, last.end).match(/['’]s$/) === null ? last.end : last.end - 2;
      found.push({ type: 'location', value, text: text.slice(word.start, end), start: word.start, end });
      break;
    }
  }
  return found;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}(?: (?:(?:de|del|la|los|am|an der|upon|nad|sur|en) )?\p{Lu}[\p{L}\p{M}'’-]{1,30}){0,2}`;
/** Somewhere is said to be there, so even an unknown name is a place. */
const CUED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:[Bb]ased|[Ll]ocated|[Hh]eadquartered|[Ll]iv(?:e|es|ed|ing)|[Rr]eside|[Oo]ffices?|[Ss]tores?|[Ww]arehouses?|[Bb]ranch(?:es)?|[Ff]actory|[Tt]eams?|[Hh]osted|[Ss]tored|[Cc]onference|[Ff]lights?|[Hh]otels?|[Ss]itz|[Bb]üros?) (?:is |are )?(?:in|near|outside|to)|[Ss]hip(?:ping|ped)? to|[Dd]eliver(?:y|ed)? to|[Tt]ravel(?:l?ing)? to|[Mm]oved? to|[Mm]oving to|I['’]?m (?:currently )?in|I am (?:currently )?in|[Cc]ome from|[Ii]n the city of|[Aa]nsässig in|[Bb]asés? à) (?:the )?(${NAME})`,
  'gu',
);
const NOT_PLACES =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|The|Our|Your|My|This|That|English|German|French|Spanish|Excel|Slack|Salesforce|HubSpot|Outlook|Azure|Google|Microsoft|AWS|Teams|Sales|Marketing|Finance|Support|Engineering|HR|Q[1-4]|CRM|SaaS|IT)(?: |$)/u;

/** Countries, regions, US states and large cities, and what is said to be a place ("based in Ockenheim"); value in English. */
export function findLocations(text: string, words: readonly Word[]): Entity[] {
  const cued = findAll(text, CUED).flatMap((match): Entity[] => {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    return NOT_PLACES.test(name)
      ? []
      : [{ type: 'location', value: name, text: name, start, end: start + name.length }];
  });
  const known = findKnown(text, words);
  // "Munich" in "based in Munich" is known better than it is guessed.
  return [...known, ...cued.filter(({ start, end }) => !known.some((one) => one.start < end && start < one.end))];
}
