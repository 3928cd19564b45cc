import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ImportFileEntity } from './import-file.entity.js';

/** A piece of an uploaded file. Kept in the database until the import has ended, so that any process can take it up. */
@Entity('import_chunks')
export class ImportChunkEntity {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'pk_import_chunks' })
  @ForeignKey(() => ImportFileEntity, { name: 'fk_import_chunks_file_id', onDelete: 'CASCADE' })
  fileId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_import_chunks' })
  ordinal!: number;

  @Column('bytea')
  bytes!: Buffer;
}
