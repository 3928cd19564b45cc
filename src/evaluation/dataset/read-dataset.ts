import { readFileSync } from 'node:fs';
import { describeIssues, EvaluationInputError } from '../input-error.js';
import { goldenCaseSchema, type GoldenCase } from './golden-case.js';

/**
 * The golden cases of a JSON Lines file.
 * @throws EvaluationInputError that lists every faulty line; a dataset is taken whole or not at all
 */
export function readDataset(file: string): GoldenCase[] {
  return parseDataset(readText(file), file);
}

/**
 * @param file only named in complaints
 * @throws EvaluationInputError
 */
export function parseDataset(text: string, file: string): GoldenCase[] {
  const cases: GoldenCase[] = [];
  const faults: string[] = [];
  const lineOfId = new Map<string, number>();
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const { golden, found } = parseCase(content);
    faults.push(...found.map((fault) => `${file}:${line}: ${fault}`));
    if (golden === undefined) continue;
    const earlier = lineOfId.get(golden.id);
    if (earlier !== undefined) faults.push(`${file}:${line}: id: "${golden.id}" is already used in line ${earlier}`);
    lineOfId.set(golden.id, line);
    cases.push(golden);
  }
  if (faults.length === 0 && cases.length === 0) faults.push(`${file}: holds no case`);
  if (faults.length > 0) throw new EvaluationInputError(faults);
  return cases;
}

function parseCase(content: string): { golden?: GoldenCase; found: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { found: ['is not valid JSON'] };
  }
  const parsed = goldenCaseSchema.safeParse(value);
  return parsed.success ? { golden: parsed.data, found: [] } : { found: describeIssues(parsed.error) };
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EvaluationInputError([
      `${file}: ${code === 'ENOENT' ? 'does not exist' : 'cannot be read as UTF-8 text'}`,
    ]);
  }
}
