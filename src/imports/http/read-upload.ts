import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type MultipartFile } from '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/index.js';
import { cleanFileName } from '../clean-file-name.js';
import { type LocalFile } from '../import.service.js';

/** A received form: its files lie in a folder that `discard` removes. */
export interface Upload {
  files: LocalFile[];
  fields: Map<string, string>;
  discard(): Promise<void>;
}

export const MAX_FILES = 20;
const MAX_FIELD_BYTES = 1_000;
const FILE_FIELD = 'file';

/**
 * Receives a form with files, each streamed to disk: a slow sender must hold no transaction, and no file the memory.
 * @throws ProblemError `unsupported_media_type`, `payload_too_large`, `unknown_field` or `validation_failed`
 */
export async function readUpload(request: FastifyRequest, maxFileBytes: number): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new ProblemError('unsupported_media_type', 'Send the files as multipart/form-data, each in a field "file".');
  }
  const folder = await mkdtemp(join(tmpdir(), 'rapport-upload-'));
  const upload: Upload = {
    files: [],
    fields: new Map(),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
  try {
    await receiveParts(request, upload, folder, maxFileBytes);
    if (upload.files.length === 0) throw invalid('/file', 'required', 'at least one file is needed');
    return upload;
  } catch (error) {
    await upload.discard();
    throw asProblem(error, maxFileBytes);
  }
}

async function receiveParts(request: FastifyRequest, upload: Upload, folder: string, maxFileBytes: number) {
  const limits = { fileSize: maxFileBytes, files: MAX_FILES, fields: 20, fieldSize: MAX_FIELD_BYTES, headerPairs: 50 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      if (part.fieldname !== FILE_FIELD) throw unknownField(part.fieldname);
      upload.files.push(await receiveFile(part, join(folder, String(upload.files.length))));
    } else {
      const { fieldname, value } = part;
      if (upload.fields.has(fieldname)) throw invalid(`/${fieldname}`, 'repeated', 'must be given once');
      if (typeof value !== 'string') throw invalid(`/${fieldname}`, 'is_string', 'must be text');
      upload.fields.set(fieldname, value);
    }
  }
}

async function receiveFile({ file, filename }: MultipartFile, path: string): Promise<LocalFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  await pipeline(
    file,
    async function* count(source: AsyncIterable<Buffer>) {
      for await (const block of source) {
        hash.update(block);
        sizeBytes += block.length;
        yield block;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  );
  if (file.truncated) throw new FileTooLarge();
  return { path, name: cleanFileName(filename), sizeBytes, sha256: hash.digest('hex') };
}

class FileTooLarge extends Error {}

export function unknownField(name: string): ProblemError {
  const pointer = `/${name.slice(0, 100).toWellFormed()}`;
  const errors = [{ pointer, code: 'unknown_field', message: 'is not a field of this form' }];
  return new ProblemError('unknown_field', 'The form has a field this route does not know.', { errors });
}

export function invalid(pointer: string, code: string, message: string): ProblemError {
  return new ProblemError('validation_failed', `Not valid: ${pointer}.`, { errors: [{ pointer, code, message }] });
}

/** What the form's parser throws has no common class; what the disk throws names a system call. */
function asProblem(error: unknown, maxFileBytes: number): unknown {
  if (error instanceof ProblemError || !(error instanceof Error)) return error;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (error instanceof FileTooLarge || code === 'FST_REQ_FILE_TOO_LARGE') {
    return new ProblemError('payload_too_large', `A file may have ${maxFileBytes} bytes at most.`);
  }
  if (code === 'FST_FILES_LIMIT') return new ProblemError('payload_too_large', `Send ${MAX_FILES} files at most.`);
  if (typeof syscall === 'string') return error;
  return new ProblemError('validation_failed', 'The body is not a complete multipart/form-data form.', {
    cause: error,
  });
}
