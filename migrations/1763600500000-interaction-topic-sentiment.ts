import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Topic and sentiment join the interactions. Those stored without them stay as they are, with neither. The topic becomes
 * part of what makes an interaction the same one: a call about two topics is two rows of a file.
 */
export class InteractionTopicSentiment1763600500000 implements MigrationInterface {
  readonly name = 'InteractionTopicSentiment1763600500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interactions ADD COLUMN topic text, ADD COLUMN sentiment text');
    await runner.query('DROP INDEX uq_interactions_natural_key');
    await runner.query(
      "CREATE UNIQUE INDEX uq_interactions_natural_key ON interactions (customer_id, occurred_at, channel, topic) NULLS NOT DISTINCT WHERE source = 'import'",
    );
  }

  /** Two interactions that differ in nothing but their topic become one: the first of them stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX uq_interactions_natural_key');
    await runner.query(`
      DELETE FROM interactions later USING interactions earlier
      WHERE later.source = 'import' AND earlier.source = 'import' AND later.customer_id = earlier.customer_id
        AND later.occurred_at = earlier.occurred_at AND later.channel = earlier.channel
        AND later.interaction_id > earlier.interaction_id`);
    await runner.query(
      "CREATE UNIQUE INDEX uq_interactions_natural_key ON interactions (customer_id, occurred_at, channel) WHERE source = 'import'",
    );
    await runner.query('ALTER TABLE interactions DROP COLUMN topic, DROP COLUMN sentiment');
  }
}
