import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { splitRange, type DayRange } from './split-range.js';

/** Null: not filtered by this. */
export interface InteractionFilters extends DayRange {
  channel: string | null;
  topic: string | null;
  sentiment: string | null;
  customerType: string | null;
  product: string | null;
}

/** A sum; empty texts stand for no product and no type. */
export interface ProductTypeCount {
  product: string;
  customer_type: string;
  interactions: string;
  customers: string;
}

/** As what customers without a type are shown, and filtered by. */
export const UNKNOWN_TYPE = 'Unknown';

const MONTH_OF = (column: string): string => `date_trunc('month', ${column} AT TIME ZONE 'UTC')::date`;

/** $1 product, $2 customer type. */
const SHOWN = `($1::text IS NULL OR product = $1) AND ($2::text IS NULL OR customer_type = $2 OR ($2 = '${UNKNOWN_TYPE}' AND customer_type = ''))`;

/**
 * $3, $4: the first and the last whole month; from $5 on the days beside them as pairs, `[from, until)`. What the months'
 * sums do not have (those days, and turns not counted yet) is added from the rows; a customer among them counts only where
 * the whole months did not count them for the same product. A part without days is left out of the text: its estimate alone
 * would make PostgreSQL compile the statement, which takes longer than answering it.
 */
const BY_MONTHS = (parts: number): string => `
WITH whole AS (
  SELECT product, customer_type, interactions,
         CASE WHEN previous_month = '-infinity' OR previous_month < $3::date THEN customers ELSE 0 END AS customers
  FROM interaction_months WHERE month BETWEEN $3::date AND $4::date
),
beside AS (
  SELECT i.customer_id, i.occurred_at FROM uncounted_interactions JOIN interactions i USING (interaction_id)
  WHERE ${MONTH_OF('i.occurred_at')} BETWEEN $3::date AND $4::date
  ${Array.from({ length: parts }, (_, part) => DAYS(5 + part * 2)).join('')}
),
met AS (
  SELECT b.customer_id, COALESCE(p.product, '') AS product, count(*) AS interactions
  FROM beside b LEFT JOIN product_months p ON p.month = ${MONTH_OF('b.occurred_at')}
  GROUP BY 1, 2
),
added AS (
  SELECT met.product, COALESCE(c.type, '') AS customer_type, met.interactions,
         CASE WHEN EXISTS (SELECT FROM unnest(s.months) AS month WHERE month BETWEEN $3::date AND $4::date) THEN 0 ELSE 1 END AS customers
  FROM met JOIN customers c USING (customer_id)
  LEFT JOIN customer_products s USING (customer_id, product)
)
SELECT product, customer_type, sum(interactions) AS interactions, sum(customers) AS customers
FROM (SELECT * FROM whole UNION ALL SELECT * FROM added) counted
WHERE ${SHOWN} GROUP BY 1, 2`;

const DAYS = (parameter: number): string => `
  UNION ALL
  SELECT customer_id, occurred_at FROM interactions
  WHERE occurred_at >= $${parameter}::timestamptz AND occurred_at < $${parameter + 1}::timestamptz`;

/** Distinct customers of a channel, topic or sentiment cannot be told from any sums: these are counted from the rows. */
const BY_ROWS = `
SELECT product, customer_type, sum(interactions) AS interactions, count(*) AS customers
FROM (
  SELECT i.customer_id, COALESCE(p.product, '') AS product, COALESCE(c.type, '') AS customer_type, count(*) AS interactions
  FROM interactions i JOIN customers c USING (customer_id)
  LEFT JOIN product_months p ON p.month = ${MONTH_OF('i.occurred_at')}
  WHERE i.occurred_at >= $3::timestamptz AND i.occurred_at < $4::timestamptz
    AND ($5::text IS NULL OR i.channel = $5) AND ($6::text IS NULL OR i.topic = $6) AND ($7::text IS NULL OR i.sentiment = $7)
  GROUP BY 1, 2, 3) met
WHERE ${SHOWN} GROUP BY 1, 2`;

/** Interactions by the product of their month and the type of their customer. */
@Injectable()
export class InteractionsPerProductRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** In any order; sums of nothing are left out. */
  list(filters: InteractionFilters): Promise<ProductTypeCount[]> {
    const { channel, topic, sentiment } = filters;
    const fromRows = channel !== null || topic !== null || sentiment !== null;
    return fromRows ? this.listFromRows(filters) : this.listFromMonths(filters);
  }

  private listFromMonths({ from, to, product, customerType }: InteractionFilters): Promise<ProductTypeCount[]> {
    const { months, days } = splitRange({ from, to });
    return this.dataSource.query<ProductTypeCount[]>(BY_MONTHS(days.length), [
      product,
      customerType,
      months === null ? 'infinity' : (months.from ?? '-infinity'),
      months === null ? '-infinity' : (months.to ?? 'infinity'),
      ...days.flatMap((part) => [startOf(part.from), endOf(part.to)]),
    ]);
  }

  private listFromRows(filters: InteractionFilters): Promise<ProductTypeCount[]> {
    const { from, to, channel, topic, sentiment, product, customerType } = filters;
    return this.dataSource.query<ProductTypeCount[]>(BY_ROWS, [
      product,
      customerType,
      from === null ? '-infinity' : startOf(from),
      to === null ? 'infinity' : endOf(to),
      channel,
      topic,
      sentiment,
    ]);
  }
}

function startOf(day: string): string {
  return `${day} 00:00:00+00`;
}

/** The last microsecond belongs to the day; PostgreSQL reads hour 24 as the next day's beginning. */
function endOf(day: string): string {
  return `${day} 24:00:00+00`;
}
