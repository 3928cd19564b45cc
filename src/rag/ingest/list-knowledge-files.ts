import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

import { cleanDocumentText } from './clean-document-text.js';

const EXTENSIONS = /\.(?:md|txt)$/i;
const MAX_FILE_BYTES = 5 * 1024 * 1024;

/**
 * Paths below `dir` of every `*.md` and `*.txt`, with `/`, sorted; hidden ones are left out. Links are followed (a mounted
 * ConfigMap consists of them) as long as they stay inside the folder and lead to something not seen yet. Undefined: no such
 * directory.
 */
export async function listKnowledgeFiles(dir: string): Promise<string[] | undefined> {
  if (!(await isDirectory(dir))) return undefined;
  const files: string[] = [];
  const root = await realpath(dir);
  await collectFiles(root, '', new Set([root]), files);
  return files.sort();
}

async function collectFiles(root: string, below: string, seen: Set<string>, files: string[]): Promise<void> {
  for (const name of (await readdir(join(root, below))).sort()) {
    const path = below === '' ? name : `${below}/${name}`;
    const target = name.startsWith('.') ? undefined : await findInside(root, path);
    if (target === undefined || seen.has(target)) continue;
    seen.add(target);
    if (await isDirectory(target)) await collectFiles(root, path, seen, files);
    else if (EXTENSIONS.test(name)) files.push(path);
  }
}

/** Where a path really leads, if that is a file or directory inside the root. */
async function findInside(root: string, path: string): Promise<string | undefined> {
  const target = await realpath(join(root, path)).catch(() => undefined);
  if (target?.startsWith(`${root}${sep}`) !== true) return undefined;
  const found = await stat(target).catch(() => undefined);
  return found?.isDirectory() === true || found?.isFile() === true ? target : undefined;
}

async function isDirectory(dir: string): Promise<boolean> {
  const found = await stat(dir).catch(() => undefined);
  return found?.isDirectory() === true;
}

export type KnowledgeFile = { content: string } | { refused: 'too_large' | 'not_utf8' | 'unreadable' };

/** The cleaned text of one file, or why it cannot be one. */
export async function readKnowledgeFile(path: string): Promise<KnowledgeFile> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) return { refused: 'too_large' };
    return decodeKnowledgeFile(await readFile(path));
  } catch {
    return { refused: 'unreadable' };
  }
}

/** Strict UTF-8: a wrong guess at another encoding would put false words into quotes. */
export function decodeKnowledgeFile(bytes: Uint8Array): KnowledgeFile {
  try {
    return { content: cleanDocumentText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { refused: 'not_utf8' };
  }
}
