import { type CleanResult, type DatasetColumn, type RawRow, type RowContext } from '../../imports/index.js';
import { RowReader } from './row-reader.js';

/** A user of the shop, who becomes a customer. */
export interface CleanUser {
  /** The shop's id, without leading zeros. */
  externalId: string;
  name: string | null;
  email: string | null;
  attributes: Record<string, string>;
}

/** What a colleague may see of a user besides name and address of mail. */
const ATTRIBUTES: readonly string[] = [
  'age',
  'gender',
  'street_address',
  'postal_code',
  'city',
  'state',
  'country',
  'traffic_source',
];
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const USER_COLUMNS: readonly DatasetColumn[] = [
  { name: 'user_id', required: true, looseAliases: ['id'], kind: 'id' },
  { name: 'first_name', required: true },
  { name: 'last_name', required: true },
  { name: 'email', required: true },
  ...ATTRIBUTES.map((name) => ({ name, required: false })),
  { name: 'created_at', required: false, kind: 'date' },
];

/** One row of a users file. Only the id is asked for; coordinates and other columns are left out. */
export function cleanUser(raw: RawRow, context: RowContext): CleanResult<CleanUser> {
  const cells = new RowReader(raw, context);
  const id = cells.id('user_id');
  const registeredAt = cells.optionalTime('created_at');
  const email = cells.text('email');
  const isEmail = email !== null && EMAIL.test(email);
  if (email !== null && !isEmail) cells.note({ code: 'bad_email', column: 'email', value: email });
  const told = ATTRIBUTES.flatMap((column): [string, string][] => {
    const value = cells.text(column);
    return value === null ? [] : [[column, value]];
  });
  const names = [cells.text('first_name'), cells.text('last_name')].filter((part) => part !== null);
  return cells.finish({
    externalId: String(id),
    name: names.join(' ') || null,
    email: isEmail ? email : null,
    attributes: Object.fromEntries(registeredAt === null ? told : [...told, ['registered_at', registeredAt]]),
  });
}
