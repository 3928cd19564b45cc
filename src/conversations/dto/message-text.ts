import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength } from 'class-validator';

/** Longer texts are documents, not messages. */
export const MAX_MESSAGE_LENGTH = 200_000;
const MAX_IDENTIFIER_LENGTH = 255;
/** Something besides white space and invisible format characters. */
const VISIBLE = /[^\s\p{Cf}]/u;

/** A text somebody wrote: not empty, not only white space, at most {@link MAX_MESSAGE_LENGTH} characters. */
export function IsMessageText(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Matches(VISIBLE, { message: '$property must not be empty or only white space' }),
    MaxLength(MAX_MESSAGE_LENGTH),
  );
}

/** An id of this or another system, as text or as a whole number; arrives as text. */
export function IsIdentifier(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Number.isSafeInteger(value) ? String(value) : trimmed(value))),
    IsString({ message: '$property must be a string or a whole number' }),
    Matches(VISIBLE, { message: '$property must not be empty or only white space' }),
    MaxLength(MAX_IDENTIFIER_LENGTH),
  );
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
