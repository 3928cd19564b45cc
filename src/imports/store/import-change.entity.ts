import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ImportFileEntity } from './import-file.entity.js';

/**
 * A few hundred rows a file inserted or updated, as parallel arrays: by far cheaper than a journal row each. A hash tells
 * whether the row is still what the import left; updated rows keep their former image.
 */
@Entity('import_changes')
@Check('ck_import_changes_kind', "kind IN ('inserted', 'updated')")
export class ImportChangeEntity {
  @PrimaryColumn('bigint', {
    name: 'change_id',
    primaryKeyConstraintName: 'pk_import_changes',
    generatedIdentity: 'ALWAYS',
    generated: 'identity',
  })
  changeId!: string;

  @Column('uuid', { name: 'file_id' })
  @Index('ix_import_changes_file_id')
  @ForeignKey(() => ImportFileEntity, { name: 'fk_import_changes_file_id', onDelete: 'CASCADE' })
  fileId!: string;

  @Column('text')
  kind!: 'inserted' | 'updated';

  @Column('text', { name: 'row_ids', array: true })
  rowIds!: string[];

  @Column('bigint', { name: 'row_hashes', array: true })
  rowHashes!: string[];

  @Column('jsonb', { nullable: true })
  former!: Record<string, unknown>[] | null;
}
