import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type FileReport } from '../report/file-report.js';
import { ImportEntity, type ImportStatus } from './import.entity.js';

/** One file of an import, in the order it was sent. */
@Entity('import_files')
@Unique('uq_import_files_import_id_ordinal', ['importId', 'ordinal'])
export class ImportFileEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'pk_import_files' })
  fileId!: string;

  @Column('uuid', { name: 'import_id' })
  @ForeignKey(() => ImportEntity, { name: 'fk_import_files_import_id', onDelete: 'CASCADE' })
  importId!: string;

  @Column('integer')
  ordinal!: number;

  /** What the sender calls it. */
  @Column('text')
  name!: string;

  @Column('bigint', { name: 'size_bytes' })
  sizeBytes!: string;

  @Column('text')
  sha256!: string;

  /** What it was taken for; null until that is told. */
  @Column('text', { nullable: true })
  dataset!: string | null;

  @Column('text', { default: 'queued' })
  status!: ImportStatus;

  @Column('jsonb', { nullable: true })
  report!: FileReport | null;
}
