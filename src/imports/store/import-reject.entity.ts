import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type FindingCode } from '../import-dataset.js';
import { ImportFileEntity } from './import-file.entity.js';

/** One reason why a row of a file was quarantined. */
@Entity('import_rejects')
@Index('ix_import_rejects_file_id_row_number', ['fileId', 'rowNumber', 'rejectId'])
export class ImportRejectEntity {
  @PrimaryColumn('bigint', {
    name: 'reject_id',
    primaryKeyConstraintName: 'pk_import_rejects',
    generatedIdentity: 'ALWAYS',
    generated: 'identity',
  })
  rejectId!: string;

  @Column('uuid', { name: 'file_id' })
  @ForeignKey(() => ImportFileEntity, { name: 'fk_import_rejects_file_id', onDelete: 'CASCADE' })
  fileId!: string;

  /** As a spreadsheet counts. */
  @Column('integer', { name: 'row_number' })
  rowNumber!: number;

  @Column('text', { name: 'column_name', nullable: true })
  columnName!: string | null;

  @Column('text')
  value!: string;

  @Column('text')
  code!: FindingCode;

  @Column('text', { nullable: true })
  suggestion!: string | null;
}
