import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ImportStatus = 'queued' | 'running' | 'completed' | 'completed_with_rejects' | 'failed' | 'rolled_back';
/** Whether a suggestion that fits exactly one existing row is taken for what the file meant. */
export type OnMalformed = 'quarantine' | 'repair';

/** One request to import one or several files: all of them in one transaction. */
@Entity('imports')
@Check(
  'ck_imports_status',
  "status IN ('queued', 'running', 'completed', 'completed_with_rejects', 'failed', 'rolled_back')",
)
@Check('ck_imports_on_malformed', "on_malformed IN ('quarantine', 'repair')")
@Index('ix_imports_open', ['createdAt'], { where: "status IN ('queued', 'running')" })
export class ImportEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'pk_imports' })
  importId!: string;

  @Column('text', { default: 'queued' })
  status!: ImportStatus;

  /** What the caller said the files are; null: told from each header. */
  @Column('text', { nullable: true })
  dataset!: string | null;

  @Column('boolean', { name: 'dry_run' })
  dryRun!: boolean;

  @Column('text', { name: 'on_malformed' })
  onMalformed!: OnMalformed;

  @Column('integer', { name: 'rows_read', default: 0 })
  rowsRead!: number;

  /** null until every file was looked through once. */
  @Column('integer', { name: 'rows_total', nullable: true })
  rowsTotal!: number | null;

  /** How often a process has begun with it. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** Names the process that works on it: only the last one to begin may write the outcome. */
  @Column('uuid', { name: 'run_token', nullable: true })
  runToken!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
