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

/** $6 product, $7 customer type. */
const SHOWN = `($6::text IS NULL OR product = $6) AND ($7::text IS NULL OR customer_type = $7 OR ($7 = '${UNKNOWN_TYPE}' AND customer_type = ''))`;

/**
 * $1, $2: the first and the last whole month. $3: days beside them as pairs, `[from, after)`. What the months' sums do not
 * have (those days, and turns not counted yet) is added from the rows; a customer among them counts only where the whole
 * months did not count them for the same product.
 */
const BY_MONTHS = `
WITH whole AS (
  SELECT product, customer_type, interactions, CASE WHEN previous_month = '-infinity' OR previous_month < $1::date THEN customers ELSE 0 END AS customers
  FROM interaction_months WHERE month BETWEEN $1::date AND $2::date
),
beside AS (
  SELECT customer_id, occurred_at FROM interactions
  WHERE occurred_at >= $3::timestamptz AND occurred_at < $4::timestamptz
  UNION ALL
  SELECT customer_id, occurred_at FROM interactions
  WHERE occurred_at >= $5::timestamptz AND occurred_at < $8::timestamptz
  UNION ALL
  SELECT i.customer_id, i.occurred_at FROM uncounted_interactions JOIN interactions i USING (interaction_id)
  WHERE ${MONTH_OF('i.occurred_at')} BETWEEN $1::date AND $2::date
),
met AS (
  SELECT b.customer_id, COALESCE(p.product, '') AS product, count(*) AS interactions
  FROM beside b LEFT JOIN product_months p ON p.month = ${MONTH_OF('b.occurred_at')}
  GROUP BY 1, 2
),
product_spans AS (
  SELECT COALESCE(p.product, '') AS product, array_agg(m.month) AS months
  FROM (SELECT DISTINCT month FROM interaction_months WHERE month BETWEEN $1::date AND $2::date) m
  LEFT JOIN product_months p USING (month) GROUP BY 1
),
added AS (
  SELECT met.product, COALESCE(c.type, '') AS customer_type, met.interactions,
         CASE WHEN s.months && span.months THEN 0 ELSE 1 END AS customers
  FROM met JOIN customers c USING (customer_id)
  LEFT JOIN customer_months s USING (customer_id)
  LEFT JOIN product_spans span ON span.product = met.product
)
SELECT product, customer_type, sum(interactions) AS interactions, sum(customers) AS customers
FROM (SELECT * FROM whole UNION ALL SELECT * FROM added) counted
WHERE ${SHOWN} GROUP BY 1, 2`;

/** Distinct customers of a channel, topic or sentiment cannot be told from any sums: these are counted from the rows. */
const BY_ROWS = `
SELECT product, customer_type, sum(interactions) AS interactions, count(*) AS customers
FROM (
  SELECT i.customer_id, COALESCE(p.product, '') AS product, COALESCE(c.type, '') AS customer_type, count(*) AS interactions
  FROM interactions i JOIN customers c USING (customer_id)
  LEFT JOIN product_months p ON p.month = ${MONTH_OF('i.occurred_at')}
  WHERE i.occurred_at >= $1::timestamptz AND i.occurred_at < $2::timestamptz
    AND ($3::text IS NULL OR i.channel = $3) AND ($4::text IS NULL OR i.topic = $4) AND ($5::text IS NULL OR i.sentiment = $5)
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
    const [before, after] = [instantsOf(days[0]), instantsOf(days[1])];
    return this.dataSource.query<ProductTypeCount[]>(BY_MONTHS, [
      months === null ? 'infinity' : (months.from ?? '-infinity'),
      months === null ? '-infinity' : (months.to ?? 'infinity'),
      before.from,
      before.until,
      after.from,
      product,
      customerType,
      after.until,
    ]);
  }

  private listFromRows(filters: InteractionFilters): Promise<ProductTypeCount[]> {
    const { from, to, channel, topic, sentiment, product, customerType } = filters;
    return this.dataSource.query<ProductTypeCount[]>(BY_ROWS, [
      from === null ? '-infinity' : startOf(from),
      to === null ? 'infinity' : endOf(to),
      channel,
      topic,
      sentiment,
      product,
      customerType,
    ]);
  }
}

function instantsOf(days: { from: string; to: string } | undefined): { from: string; until: string } {
  return days === undefined
    ? { from: 'infinity', until: '-infinity' }
    : { from: startOf(days.from), until: endOf(days.to) };
}

function startOf(day: string): string {
  return `${day} 00:00:00+00`;
}

/** The last microsecond belongs to the day; PostgreSQL reads hour 24 as the next day's beginning. */
function endOf(day: string): string {
  return `${day} 24:00:00+00`;
}
