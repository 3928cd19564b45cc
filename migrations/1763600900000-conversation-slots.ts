import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a shop conversation is about, from turn to turn: which order, which product, which list was shown. Ids only. */
export class ConversationSlots1763600900000 implements MigrationInterface {
  readonly name = 'ConversationSlots1763600900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE conversations ADD COLUMN slots jsonb NOT NULL DEFAULT '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE conversations DROP COLUMN slots');
  }
}
