import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { decodeCursor } from '../../shared/cursor-page.js';
import { ProblemError } from '../errors/problem-error.js';

/** A query parameter that is a whole number. Only plain digits count: not `1e3`, `0x10`, ` 7` or two of them. */
export const QueryInteger = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
  );

/** The two parameters of every list. */
export class PageQuery {
  /**
   * Rows on one page.
   * @example 20
   */
  @IsOptional()
  @QueryInteger()
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** `next_cursor` of the page before. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  cursor?: string;
}

/**
 * The sort key inside the cursor, or undefined for the first page.
 * @param parts how many values the list sorts by
 * @throws ProblemError `validation_failed` for a cursor that no list of this kind gave out
 */
export function readCursor(cursor: string | undefined, parts: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  const key = decodeCursor(cursor, parts);
  if (key === undefined || key.some((part) => typeof part === 'string' && part.includes('\u0000'))) throw badCursor();
  return key;
}

/** For lists that look closer at the key, for example whether a part is a date. */
export function badCursor(): ProblemError {
  return new ProblemError('validation_failed', 'The cursor is not one this list gave out.', {
    errors: [{ pointer: '?cursor', code: 'bad_cursor', message: 'is not a cursor of this list' }],
  });
}
