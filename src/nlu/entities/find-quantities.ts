import { type Entity, type EntityType } from '../message-analysis.js';
import { type Figure, writeFigure } from './find-figures.js';
import { isGlued } from './find-money.js';

const ADJECTIVE = String.raw`(?:(?:more|additional|extra|other|new|active|named|concurrent|internal|external|remote|sales|full|full-time|part-time|paid|single|double|different|total) ){0,2}`;
const PEOPLE = String.raw`(?:employees?|people|persons?|staff(?: members)?|colleagues|headcount|ftes?|heads|strong|team members|mitarbeiter(?:innen|n)?|personen|leute|employés|salariés|personnes|collaborateurs|empleados|personas|dipendenti|persone|funcionários|colaboradores|pessoas|medewerkers|mensen)`;
const THINGS = String.raw`(?:seats?|licen[cs]es?|users?|agents?|reps?|sellers?|salespeople|developers?|engineers?|admins?|accounts?|contacts?|leads?|customers?|clients?|records?|units?|pieces?|copies|items?|products?|pairs?|boxes|orders?|emails?|e-mails?|messages?|calls?|deals?|invoices?|transactions?|locations?|sites?|stores?|shops?|branches|warehouses|offices?|countries|teams?|departments?|workspaces?|devices?|laptops?|requests?|rooms?|tables?|guests?|adults?|kids|children|gb|tb|mb|lizenz(?:en)?|nutzer|benutzer|plätze|konten|arbeitsplätze|utilisateurs|licences|postes|comptes|usuarios|licencias|puestos|utenti|licenze|postazioni|usuários|licenças|gebruikers|licenties|plekken)`;

const QUANTITY = new RegExp(String.raw`^\+?[\s\u00a0-]?${ADJECTIVE}${THINGS}(?![\p{L}\d])`, 'iu');
/** "40 Enterprise seats": the name between is an entity of its own. */
const NAMED_QUANTITY = new RegExp(String.raw`^ \p{Lu}[\p{L}\d]{1,29} ${THINGS}(?![\p{L}\d])`, 'u');
const SIZE_AFTER = new RegExp(
  String.raw`^\+?[\s\u00a0-]?${ADJECTIVE}${PEOPLE}(?: (?:company|team|business|firm|start-?up|organi[sz]ation))?(?![\p{L}\d])`,
  'iu',
);
const ABOUT = '(?:(?:about|around|roughly|over|nearly|some|almost|approximately|approx\\.?|more than|up to) )?';
const SIZE_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])((?:team|company|staff|business|firm|organi[sz]ation|workforce|department|group|crew|headcount|sales force) of|headcount is) ${ABOUT}$`,
  'iu',
);
/** "we are 250", with nothing behind it that could be what is counted. */
const WE_ARE = new RegExp(String.raw`(?<![\p{L}\d])(?:we are|we’re|we're|wir sind|nous sommes|somos) ${ABOUT}$`, 'iu');
const NOTHING_COUNTED = /^\+?(?= ?(?:$|[.,;!?)\n]|(?:and|but|in|right now|today|now|at the moment|strong)(?!\p{L})))/iu;

function build(type: EntityType, text: string, figure: Figure, start: number, end: number): Entity {
  return { type, value: writeFigure(figure), text: text.slice(start, end), start, end };
}

function readQuantity(text: string, figure: Figure): Entity | undefined {
  // A sign or a currency before the number makes it something else.
  if (isGlued(text, figure) || /[$€£#-]/.test(text.charAt(figure.start - 1))) return undefined;
  const ahead = text.slice(figure.end, figure.end + 64);
  const size = SIZE_AFTER.exec(ahead);
  if (size !== null) return build('company_size', text, figure, figure.start, figure.end + size[0].length);
  const before = text.slice(Math.max(0, figure.start - 48), figure.start);
  const opening = SIZE_BEFORE.exec(before);
  if (opening !== null) return build('company_size', text, figure, figure.start - opening[0].length, figure.end);
  const things = QUANTITY.exec(ahead);
  if (things !== null) return build('quantity', text, figure, figure.start, figure.end + things[0].length);
  if (NAMED_QUANTITY.test(ahead)) return build('quantity', text, figure, figure.start, figure.end);
  if (figure.value < 2 || !WE_ARE.test(before)) return undefined;
  const rest = NOTHING_COUNTED.exec(ahead);
  return rest === null ? undefined : build('company_size', text, figure, figure.start, figure.end + rest[0].length);
}

/** Counted things (`50 seats`, `50+ reps`) and sizes of teams (`team of 200`), value as a plain number or `200-300`. */
export function findQuantities(text: string, figures: readonly Figure[]): Entity[] {
  return figures.flatMap((figure) => readQuantity(text, figure) ?? []);
}
