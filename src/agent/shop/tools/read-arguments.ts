type Arguments = Record<string, unknown>;

const MAX_TEXT = 200;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const DECIMAL = /^\d{1,9}(?:\.\d{1,2})?$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** Postgres' bigint is far beyond; nothing numbered needs more digits. */
const ID = /^\d{1,15}$/;

/** A text a model gave, without what could not be seen; undefined for anything else. */
export function readText(args: Arguments, name: string): string | undefined {
  const value = args[name];
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const seen = text.replace(INVISIBLE, ' ').trim().slice(0, MAX_TEXT);
  return seen === '' ? undefined : seen;
}

/** The number of an id, undefined for what is no id of the shop. */
export function toId(text: string): number | undefined {
  return ID.test(text) ? Number(text) : undefined;
}

export function readLimit(args: Arguments, max: number, usual: number): number {
  const value = args['limit'];
  return typeof value === 'number' && Number.isInteger(value) ? Math.min(max, Math.max(1, value)) : usual;
}

export function readPrice(args: Arguments, name: string): string | undefined {
  const text = readText(args, name);
  return text !== undefined && DECIMAL.test(text) ? text : undefined;
}

export function readDay(args: Arguments, name: string): string | undefined {
  const text = readText(args, name);
  return text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
