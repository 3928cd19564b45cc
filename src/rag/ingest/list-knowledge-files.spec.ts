import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeKnowledgeFile, listKnowledgeFiles, readKnowledgeFile } from './list-knowledge-files.js';

describe('the knowledge directory', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'knowledge-files-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  it('lists Markdown and text files below it, sorted, without hidden ones, and gets over a ring of links', async () => {
    mkdirSync(join(dir, 'b'));
    for (const name of ['z.md', 'b/a.TXT', '.hidden.md', 'picture.png']) writeFileSync(join(dir, name), 'x');
    symlinkSync(dir, join(dir, 'b', 'ring'));
    const files = await listKnowledgeFiles(dir);
    expect(files?.filter((file) => !file.includes('ring'))).toEqual(['b/a.TXT', 'z.md']);
    expect(files).not.toContain('.hidden.md');
  });

  it('is undefined where there is none', async () => {
    expect(await listKnowledgeFiles(join(dir, 'nowhere'))).toBeUndefined();
  });

  it('refuses what is not UTF-8, too large or gone', async () => {
    expect(decodeKnowledgeFile(Uint8Array.from([0xff, 0xfe, 0x41]))).toEqual({ refused: 'not_utf8' });
    writeFileSync(join(dir, 'big.md'), Buffer.alloc(5 * 1024 * 1024 + 1, 'a'));
    expect(await readKnowledgeFile(join(dir, 'big.md'))).toEqual({ refused: 'too_large' });
    expect(await readKnowledgeFile(join(dir, 'gone.md'))).toEqual({ refused: 'unreadable' });
  });
});
