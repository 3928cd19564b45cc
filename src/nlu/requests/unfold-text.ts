import { findAll } from '../../shared/find-all.js';

/** Instructions hide at the end of long texts too, so more is looked at than a person would read. */
const MAX_CHARS = 20_000;
const MAX_DECODED = 20;
const UNSEEN = /[\p{Cf}\u034f\ufe00-\ufe0f]/gu;
const BASE64 = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{24,4000}={0,2}(?![A-Za-z0-9+/=])/g;
const HEX = /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}[ ]?){12,2000}(?![0-9A-Za-z])/g;
const ESCAPES = /(?:\\u[0-9a-fA-F]{4}|%[0-9a-fA-F]{2}|&#\d{2,3};){6,500}/g;
/** One letter at a time: "i g n o r e", "i.g.n.o.r.e". */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*|]\p{L}){4,200}(?![\p{L}\p{N}])/gu;
const DIGITS_FOR_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** Letters of other alphabets that look like ours. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  ['аa', 'еe', 'оo', 'рp', 'сc', 'уy', 'хx', 'іi', 'јj', 'ѕs', 'ԁd', 'һh', 'νv', 'οo', 'ӏl'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);
const READABLE = /^[\p{L}\p{N}\p{P}\p{Zs}\s\p{S}]+$/u;

/** Texts a model would read out of one message: itself without invisible signs, and what is written in a code in it. */
export function unfoldText(message: string): string[] {
  const seen = message.slice(0, MAX_CHARS).normalize('NFKC').replace(UNSEEN, '');
  const text = seen.replace(/[а-яіјѕԁһνοӏ]/gu, (letter) => LOOKALIKES[letter] ?? letter);
  return [...new Set([text, seen, ...readSpaced(text), ...readLeet(text), ...readCoded(text), rotate(text)])].filter(
    (one) => one.trim() !== '',
  );
}

function readSpaced(text: string): string[] {
  const joined = text.replace(SPACED, (run) => run.replace(/[ .\-_*|]/g, ''));
  return joined === text ? [] : [joined];
}

/** "1gn0re pr3v10us": only words that mix letters and digits. */
function readLeet(text: string): string[] {
  if (!/\p{L}[013457@$!]\p{L}|[013457@$]\p{L}{2}/u.test(text)) return [];
  return [
    text.replace(/[\p{L}013457@$!]{3,30}/gu, (word) =>
      /\p{L}/u.test(word) ? word.replace(/[013457@$!]/g, (sign) => DIGITS_FOR_LETTERS[sign] ?? sign) : word,
    ),
  ];
}

function readCoded(text: string): string[] {
  const decoded = [
    ...findAll(text, BASE64)
      .slice(0, MAX_DECODED)
      .map(([run]) => Buffer.from(run, 'base64').toString('utf8')),
    ...findAll(text, HEX)
      .slice(0, MAX_DECODED)
      .map(([run]) => Buffer.from(run.replaceAll(' ', ''), 'hex').toString('utf8')),
    ...findAll(text, ESCAPES)
      .slice(0, MAX_DECODED)
      .map(([run]) => readEscapes(run)),
  ];
  return decoded.filter((one) => one.length >= 8 && READABLE.test(one) && !one.includes('\uFFFD'));
}

function readEscapes(run: string): string {
  return run.replace(/\\u([0-9a-f]{4})|%([0-9a-f]{2})|&#(\d{2,3});/gi, (_whole, ...groups: (string | undefined)[]) => {
    const [unicode, percent, entity] = groups;
    const code = entity === undefined ? Number.parseInt(unicode ?? percent ?? '', 16) : Number(entity);
    return String.fromCharCode(code);
  });
}

/** Rot13. */
function rotate(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}
