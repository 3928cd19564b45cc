import { ProblemError } from '../../platform/index.js';
import { checkIfMatch, toETag } from './etag.js';

function codeOf(header: string | undefined): string | undefined {
  try {
    checkIfMatch(header, 7);
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.code : 'not a problem';
  }
}

describe('checkIfMatch', () => {
  it.each(['"7"', '*', '"6", "7"', ' "7" '])('lets %s change version 7', (header) => {
    expect(codeOf(header)).toBeUndefined();
  });

  it.each(['"6"', 'W/"7"', '7', '"77"', '""', 'null'])('refuses %s for version 7', (header) => {
    expect(codeOf(header)).toBe('precondition_failed');
  });

  it.each([undefined, '', ' '])('asks for the header (%j)', (header) => {
    expect(codeOf(header)).toBe('precondition_required');
  });

  it('takes its own tags', () => {
    expect(codeOf(toETag(7))).toBeUndefined();
  });
});
