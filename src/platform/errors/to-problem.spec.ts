import { BadRequestException, HttpException, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { ProblemError } from './problem-error.js';
import { renderProblem, toProblemError } from './to-problem.js';

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

describe('toProblemError', () => {
  it('hands on a ProblemError untouched', () => {
    const problem = new ProblemError('conflict', 'Somebody was faster.');
    expect(toProblemError(problem)).toBe(problem);
  });

  it('says nothing of an unknown fault to the caller and keeps it for the log', () => {
    const fault = new Error('relation "secrets" at /srv/app/x.ts');
    const problem = toProblemError(fault);
    expect(problem.status).toBe(500);
    expect(problem.cause).toBe(fault);
    expect(JSON.stringify(renderProblem(problem, '/x', 'r1'))).not.toMatch(/secrets|srv/);
  });

  it.each([undefined, null, 'a string', 7, Symbol('s')])('survives that %p was thrown', (thrown) => {
    expect(toProblemError(thrown).code).toBe('internal_error');
  });

  it.each([
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413, 'payload_too_large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'unsupported_media_type'],
    ['FST_ERR_BAD_URL', 400, 'validation_failed'],
    ['FST_ERR_HANDLER_TIMEOUT', 503, 'deadline_exceeded'],
    ['FST_SOMETHING_NEW', 403, 'forbidden'],
    ['FST_SOMETHING_BROKEN', 500, 'internal_error'],
  ])('names the parser fault %s, bare and wrapped by Nest', (code, statusCode, expected) => {
    const fault = Object.assign(new Error('x'), { code, statusCode });
    expect(toProblemError(fault).code).toBe(expected);
    expect(toProblemError(new HttpException('x', statusCode, { cause: fault })).code).toBe(expected);
  });

  it.each([
    withCode('connect ECONNREFUSED 10.0.0.7:5432', 'ECONNREFUSED'),
    withCode('sorry, too many clients already', '53300'),
    withCode('canceling statement due to statement timeout', '57014'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Query read timeout'),
    new Error('Connection terminated unexpectedly'),
    Object.assign(new Error('failed'), { driverError: withCode('deadlock detected', '40P01') }),
  ])('answers 503 with Retry-After when the database does not serve: %s', (fault) => {
    const problem = toProblemError(fault);
    expect([problem.code, problem.headers['Retry-After']]).toEqual(['overloaded', '1']);
    expect(problem.detail).not.toContain('10.0.0.7');
  });

  it.each([
    ['22021', 'invalid byte sequence for encoding'],
    ['22P05', 'unsupported Unicode escape sequence'],
    ['22003', 'integer out of range'],
    ['22007', 'invalid input syntax for type timestamp with time zone'],
    ['22008', 'timestamp out of range'],
    ['22P02', 'invalid input syntax for type uuid'],
  ])('takes a value no column can hold (%s, %s) for the caller’s fault', (code, message) => {
    const problem = toProblemError(withCode(message, code));
    expect([problem.code, problem.status]).toEqual(['validation_failed', 400]);
    expect(problem.detail).not.toContain(message);
  });

  it('takes other SQL faults for ours', () => {
    expect(toProblemError(withCode('column "x" does not exist', '42703')).code).toBe('internal_error');
  });

  it('maps Nest exceptions by their status and keeps what a 400 says', () => {
    expect(toProblemError(new NotFoundException('Cannot GET /a?b=secret')).detail).toBe('Not found');
    expect(toProblemError(new BadRequestException('numeric string is expected')).detail).toBe(
      'numeric string is expected',
    );
    expect(toProblemError(new ServiceUnavailableException()).headers['Retry-After']).toBe('1');
    expect(toProblemError(new HttpException('teapot', 418)).status).toBe(400);
  });

  it('calls an expired signal a missed deadline', () => {
    expect(toProblemError(AbortSignal.timeout(0).reason ?? new DOMException('late', 'TimeoutError')).status).toBe(504);
  });
});

describe('renderProblem', () => {
  it('has every member of the contract, and errors only where there are some', () => {
    const errors = [{ pointer: '/a', code: 'required', message: 'is required' }];
    expect(renderProblem(new ProblemError('validation_failed', 'Bad.', { errors }), '/api/x', 'r1')).toEqual({
      type: 'urn:rapport:problem:validation_failed',
      title: 'The request is not valid',
      status: 400,
      detail: 'Bad.',
      instance: '/api/x',
      code: 'validation_failed',
      request_id: 'r1',
      errors,
    });
    expect(renderProblem(new ProblemError('not_found'), '/', 'r')).not.toHaveProperty('errors');
  });
});
