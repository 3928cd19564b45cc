import {
  cleanDateTime,
  cleanId,
  findContradiction,
  KNOWN_CHANNELS,
  KNOWN_SENTIMENTS,
  type CleanResult,
  type DatasetColumn,
  type RawRow,
  type RowContext,
  type RowFinding,
} from '../../imports/index.js';
import { cleanCustomerId } from '../clean-customer.js';

/** A row of an interactions file after cleaning. Null means that the file says nothing. */
export interface CleanInteraction {
  /** Exactly one of both: a number names a customer, a text their id in the CRM. */
  customerId: number | null;
  customerRef: string | null;
  /** ISO 8601, UTC. */
  occurredAt: string;
  channel: string;
  topic: string | null;
  sentiment: string | null;
}

/** What an interactions file may hold; further columns are left out. */
export const INTERACTION_COLUMNS: readonly DatasetColumn[] = [
  {
    name: 'occurred_at',
    required: true,
    aliases: ['date_start', 'start_date', 'interaction_date', 'date_of_interaction', 'occurred_on', 'date_time'],
    looseAliases: ['date', 'datetime', 'timestamp', 'time', 'created_at'],
    kind: 'date',
  },
  {
    name: 'channel',
    required: true,
    aliases: ['interaction', 'interaction_type', 'interaction_channel', 'contact_channel'],
    looseAliases: ['medium', 'via'],
    kind: 'spelling',
    spellings: KNOWN_CHANNELS,
  },
  {
    name: 'customer_id',
    required: true,
    aliases: ['customers', 'customer', 'customerid', 'customer_number', 'prospect_id', 'client_id'],
    kind: 'id',
  },
  { name: 'topic', required: false, aliases: ['subject', 'topics'], kind: 'spelling', expected: true },
  {
    name: 'sentiment',
    required: false,
    aliases: ['mood', 'tone'],
    kind: 'spelling',
    spellings: KNOWN_SENTIMENTS,
    expected: true,
  },
];

type Reference = Pick<CleanInteraction, 'customerId' | 'customerRef'>;

/** One row of an interactions file. Without customer, time or channel there is none. */
export function cleanInteraction(raw: RawRow, context: RowContext): CleanResult<CleanInteraction> {
  const text = (column: string): string => raw.get(column) ?? '';
  const reference = cleanReference(text('customer_id'));
  const time = cleanTime(text('occurred_at'), context);
  const channel = text('channel');
  const faults: RowFinding[] = [];
  if ('code' in reference) faults.push(reference);
  if ('code' in time) faults.push(time);
  if (channel === '') faults.push({ code: 'missing_value', column: 'channel', value: '' });
  if ('code' in reference || 'code' in time || channel === '') return { findings: faults };
  const [topic, sentiment] = [text('topic'), text('sentiment')];
  // Written out: spreading an object and adding to it leaves V8 a trail of garbage for every row.
  const { customerId, customerRef } = reference;
  const row = {
    customerId,
    customerRef,
    occurredAt: time.iso,
    channel,
    topic: topic || null,
    sentiment: sentiment || null,
  };
  const contradiction = findContradiction(topic, sentiment);
  return contradiction === undefined ? { row } : { row, findings: [contradiction] };
}

/** Ids of customers are looked up, so how a number is written matters less than in the file that brings them. */
function cleanReference(value: string): Reference | RowFinding {
  const id = value === '' ? undefined : cleanId(value);
  if (typeof id === 'number' && id > 0) return { customerId: id, customerRef: null };
  const read = cleanCustomerId(value);
  if ('code' in read) {
    const suggestion = typeof id === 'object' ? (id.suggestion ?? read.suggestion) : read.suggestion;
    return suggestion === undefined ? read : { ...read, suggestion };
  }
  return { customerId: read.customerId, customerRef: read.externalId };
}

function cleanTime(value: string, context: RowContext): { iso: string } | RowFinding {
  if (value === '') return { code: 'missing_value', column: 'occurred_at', value };
  const read = cleanDateTime(value, context.dateOrder('occurred_at'));
  return 'code' in read ? { ...read, column: 'occurred_at', value } : read;
}
