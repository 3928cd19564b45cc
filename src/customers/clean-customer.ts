import { cleanId, type CleanResult, type DatasetColumn, type RawRow, type RowFinding } from '../imports/index.js';
import { isInternalField } from './is-internal-field.js';

/** A customer row of a CRM file after cleaning. Null means that the file says nothing. */
export interface CleanCustomer {
  /** Exactly one of both: a numeric id is kept, any other is the CRM's own and gets a minted customer id. */
  customerId: number | null;
  externalId: string | null;
  name: string | null;
  occupation: string | null;
  type: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  stage: string | null;
  optedOut: boolean | null;
  attributes: Record<string, string>;
  internal: Record<string, string>;
}

/** What a customers file may hold. Only the id is asked for. */
export const CUSTOMER_COLUMNS: readonly DatasetColumn[] = [
  { name: 'customer_id', required: true, aliases: ['prospect_id', 'customerid'], looseAliases: ['id'], kind: 'id' },
  { name: 'name', required: false, aliases: ['full_name', 'customer_name', 'prospect_name'] },
  { name: 'occupation', required: false, aliases: ['job_title', 'title', 'role'], expected: true },
  { name: 'type', required: false, aliases: ['customer_type', 'segment'], kind: 'spelling', expected: true },
  { name: 'email', required: false, aliases: ['e_mail', 'email_address'] },
  { name: 'phone', required: false, aliases: ['phone_number', 'telephone'] },
  { name: 'company', required: false, aliases: ['company_name', 'organisation', 'organization', 'account'] },
  { name: 'stage', required: false, aliases: ['lead_status', 'sales_stage', 'status'] },
  { name: 'opted_out', required: false, aliases: ['opt_out', 'do_not_contact', 'unsubscribed'] },
];
const KNOWN: ReadonlySet<string> = new Set(CUSTOMER_COLUMNS.map(({ name }) => name));

/** Ids above this are minted by the product: a file that brings one would collide. */
export const MAX_KEPT_ID = 1_000_000_000;
const MAX_TEXT_ID_CHARS = 200;
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', 'ja', 'oui', 'si'].map((text): [string, boolean] => [text, true]),
  ...['false', 'no', 'n', '0', 'nein', 'non'].map((text): [string, boolean] => [text, false]),
]);

type CleanId = Pick<CleanCustomer, 'customerId' | 'externalId'>;

function badId(value: string, suggestion?: string): RowFinding {
  return { code: 'bad_id', column: 'customer_id', value, ...(suggestion === undefined ? {} : { suggestion }) };
}

/**
 * Tells numeric ids (kept), text ids (`prospect_101`) and broken ones apart: a number with letters stuck to its end
 * (`12in`) is a typing error, suggested as the number.
 */
export function cleanCustomerId(value: string): CleanId | RowFinding {
  if (value === '') return { code: 'missing_value', column: 'customer_id', value };
  if (/^\d+$/.test(value)) {
    const id = Number(value);
    return id >= 1 && id <= MAX_KEPT_ID && String(id) === value ? { customerId: id, externalId: null } : badId(value);
  }
  // What a spreadsheet makes of an id it takes for a number; `1,000` may be a thousand.
  const whole = /^([1-9]\d{0,8})[.,](?:0{1,2}|0{4,})$/.exec(value);
  if (whole !== null) return { customerId: Number(whole[1]), externalId: null };
  // `12in`, and `2O14`: letters that look like digits.
  if (/^(?:[1-9]\d{0,8}\p{L}{1,3}|\d[\dOolI]+)$/u.test(value)) return badId(value, suggestId(value));
  if (!/\p{L}/u.test(value) || value.length > MAX_TEXT_ID_CHARS) return badId(value);
  return { customerId: null, externalId: value };
}

function suggestId(value: string): string | undefined {
  const read = cleanId(value);
  return typeof read === 'number' ? String(read) : read.suggestion;
}

function cleanEmail(value: string): { email: string | null; findings: RowFinding[] } {
  if (value === '') return { email: null, findings: [] };
  if (/^[^\s@<>"]{1,64}@[^\s@<>"]{1,253}\.[^\s@<>".]{2,24}$/u.test(value)) return { email: value, findings: [] };
  return { email: null, findings: [{ code: 'bad_email', column: 'email', value }] };
}

function readExtras(raw: RawRow): Pick<CleanCustomer, 'attributes' | 'internal'> {
  const extras = [...raw].filter(([column, value]) => value !== '' && column !== '' && !KNOWN.has(column));
  return {
    attributes: Object.fromEntries(extras.filter(([column]) => !isInternalField(column))),
    internal: Object.fromEntries(extras.filter(([column]) => isInternalField(column))),
  };
}

/** One row of a customers file. A bad id or an unreadable opt-out rejects it; a bad e-mail address is only left out. */
export function cleanCustomer(raw: RawRow): CleanResult<CleanCustomer> {
  const text = (column: string): string | null => raw.get(column) || null;
  const id = cleanCustomerId(raw.get('customer_id') ?? '');
  if ('code' in id) return { findings: [id] };
  const flag = raw.get('opted_out') ?? '';
  const optedOut = flag === '' ? null : FLAGS.get(flag.toLowerCase());
  // Guessing here could write to somebody who said no.
  if (optedOut === undefined) return { findings: [{ code: 'bad_flag', column: 'opted_out', value: flag }] };
  const { email, findings } = cleanEmail(raw.get('email') ?? '');
  const { attributes, internal } = readExtras(raw);
  return {
    row: {
      customerId: id.customerId,
      externalId: id.externalId,
      name: text('name'),
      occupation: text('occupation'),
      type: text('type'),
      email,
      phone: text('phone'),
      company: text('company'),
      stage: text('stage'),
      optedOut,
      attributes,
      internal,
    },
    findings,
  };
}
