import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How often something occurs. */
export interface Count {
  name: string;
  interactions: number;
}

/** Every figure a summary may state, as SQL counted it. */
export interface SummaryFigures {
  total: number;
  /** `YYYY-MM-DD`, UTC; null without interactions. */
  first: string | null;
  last: { date: string; channel: string; topic: string | null; sentiment: string | null } | null;
  /** Most used first; on a tie the one used last. */
  channels: Count[];
  /** By count, then A-Z. */
  topics: Count[];
  /** By count, then A-Z. */
  sentiments: Count[];
  withoutTopic: number;
  withoutSentiment: number;
  /**
   * Mean sentiment (1 positive, 0 neutral, -1 negative) of the earlier and the later half of those with one of these three;
   * null with fewer than two.
   */
  earlierMood: number | null;
  laterMood: number | null;
}

/** What the record itself leaves open or forbids. */
export interface SummarySubject {
  type: string | null;
  occupation: string | null;
  optedOut: boolean;
}

interface SummaryRow extends SummarySubject {
  figures: SummaryFigures;
}

const SUMMARY = `
WITH own AS MATERIALIZED (
  SELECT interaction_id, occurred_at, channel, topic, sentiment FROM interactions WHERE customer_id = $1
),
rated AS (
  SELECT CASE lower(sentiment) WHEN 'positive' THEN 1 WHEN 'neutral' THEN 0 ELSE -1 END AS mood,
         ntile(2) OVER (ORDER BY occurred_at, interaction_id) AS half, count(*) OVER () AS ratings
  FROM own WHERE lower(sentiment) IN ('positive', 'neutral', 'negative')
)
SELECT c.type, c.occupation, c.opted_out AS "optedOut", json_build_object(
  'total', (SELECT count(*) FROM own),
  'first', (SELECT to_char(min(occurred_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM own),
  'last', (SELECT json_build_object('date', to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'channel', channel, 'topic', topic,
                                    'sentiment', sentiment)
           FROM own ORDER BY occurred_at DESC, interaction_id DESC LIMIT 1),
  'channels', (SELECT COALESCE(json_agg(json_build_object('name', name, 'interactions', interactions) ORDER BY interactions DESC, used DESC, name COLLATE "C"), '[]')
               FROM (SELECT channel AS name, count(*) AS interactions, max(occurred_at) AS used FROM own GROUP BY 1) g),
  'topics', (SELECT COALESCE(json_agg(json_build_object('name', name, 'interactions', interactions) ORDER BY interactions DESC, name COLLATE "C"), '[]')
             FROM (SELECT topic AS name, count(*) AS interactions FROM own WHERE topic IS NOT NULL GROUP BY 1) g),
  'sentiments', (SELECT COALESCE(json_agg(json_build_object('name', name, 'interactions', interactions) ORDER BY interactions DESC, name COLLATE "C"), '[]')
                 FROM (SELECT sentiment AS name, count(*) AS interactions FROM own WHERE sentiment IS NOT NULL GROUP BY 1) g),
  'withoutTopic', (SELECT count(*) FROM own WHERE topic IS NULL),
  'withoutSentiment', (SELECT count(*) FROM own WHERE sentiment IS NULL),
  'earlierMood', (SELECT avg(mood)::float8 FROM rated WHERE half = 1 AND ratings > 1),
  'laterMood', (SELECT avg(mood)::float8 FROM rated WHERE half = 2 AND ratings > 1)) AS figures
FROM customers c WHERE c.customer_id = $1`;

/** Counts what a summary says. */
@Injectable()
export class SummaryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** In one round trip; undefined: there is no such customer. */
  async find(customerId: number): Promise<{ subject: SummarySubject; figures: SummaryFigures } | undefined> {
    const [row] = await this.dataSource.query<SummaryRow[]>(SUMMARY, [customerId]);
    if (row === undefined) return undefined;
    const { figures, ...subject } = row;
    return { subject, figures };
  }
}
