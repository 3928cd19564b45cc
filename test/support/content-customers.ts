import { type DataSource } from 'typeorm';

/** The interactions of a pharmaceutical business, without names: thirteen customers, some silent, one who said no. */
export const OCCUPATIONS = [
  'Jedi',
  'Batman',
  'Santa Claus',
  'Mover',
  'Orange',
  'pineapple',
  'Sausage',
  'Milkman',
  'Pirate',
  'Lawyer',
  'Doctor',
  'Plummer',
  null,
] as const;

/** Customer 8, the milkman, had two; 9 an adverse event; 10 has opted out; 13 has neither occupation nor interaction. */
export async function storeContentCustomers(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `INSERT INTO customers (customer_id, occupation, type, opted_out, email)
     SELECT place, occupation, CASE WHEN place % 2 = 0 THEN 'Red' ELSE 'Blue' END, place = 10,
       CASE WHEN place = 8 THEN 'milk@dairy.example' END
     FROM unnest($1::text[]) WITH ORDINALITY AS o (occupation, place)`,
    [OCCUPATIONS],
  );
  await dataSource.query(
    `INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment) VALUES
       (8, '2020-02-11T16:10:00Z', 'Call', 'Prescription Guidelines', 'Negative'),
       (8, '2019-10-04T09:00:00Z', 'Bird', 'Drug Efficacy', 'Positive'),
       (8, '2018-01-05T09:00:00Z', 'Email', 'Prescription Guidelines', 'Neutral'),
       (9, '2020-03-05T11:23:00Z', 'Boat', 'Adverse Event Report', 'Positive'),
       (9, '2020-04-05T11:23:00Z', 'Email', 'Delivery Times', 'Positive'),
       (10, '2020-03-05T11:23:00Z', 'Email', 'Drug Efficacy', 'Neutral'),
       (11, '2020-03-05T11:23:00Z', 'Email', 'pricing of the Team plan', 'Positive')`,
  );
}

/** Customers in any number, each with a few interactions, by SQL alone. */
export async function storeManyCustomers(dataSource: DataSource, count: number, from = 100_000): Promise<void> {
  await dataSource.query(
    `INSERT INTO customers (customer_id, name, occupation, type)
     SELECT $2::bigint + n, 'Ana Sample' , 'Clerk', 'Red' FROM generate_series(1, $1::integer) n`,
    [count, from],
  );
  await dataSource.query(
    `INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment)
     SELECT $2::bigint + n, timestamptz '2020-01-01T08:00:00Z' + make_interval(hours => (n * 37 + k * 1001)::integer % 20000),
       (ARRAY['Email', 'Call', 'Bird'])[1 + (n + k) % 3],
       (ARRAY['Prescription Guidelines', 'Drug Efficacy', 'Delivery Times', 'pricing_inquiry'])[1 + (n / 3 + k) % 4],
       (ARRAY['Positive', 'Neutral', 'Negative'])[1 + (n + 2 * k) % 3]
     FROM generate_series(1, $1::integer) n, generate_series(1, 3) k`,
    [count, from],
  );
}
