/** Why a file as a whole is no table the importer can take. */
export type FileFailureCode =
  | 'not_a_table'
  | 'html_document'
  | 'pointer_file'
  | 'empty_file'
  | 'wrong_columns'
  | 'encrypted_workbook'
  | 'archive_bomb'
  | 'too_large'
  | 'unreadable';

/** A file that is refused as a whole. The message is for the person who sent it and names no path of the server. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileFailureCode,
    message: string,
  ) {
    super(message);
    this.name = 'FileRefused';
  }
}
