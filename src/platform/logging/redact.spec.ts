import { redact } from './redact.js';

describe('redact', () => {
  it('removes e-mail addresses', () => {
    expect(redact('write to ana.lopez+x@mail.example.com, please')).toBe('write to [email], please');
  });

  it('removes our keys, provider keys and bearer tokens', () => {
    expect(redact('rap_abc123_secret and sk-proj-abcdefgh1234 and Bearer eyJhbGciOi.x.y')).toBe(
      '[key] and [key] and [key]',
    );
  });

  it('removes the password of a connection string and keeps the rest readable', () => {
    expect(redact('postgres://app:s3cr3t@db.internal:5432/rapport')).toBe(
      'postgres://app:[password]@db.internal:5432/rapport',
    );
  });

  it('leaves ordinary text alone', () => {
    expect(redact('took 12 ms, 3 passages')).toBe('took 12 ms, 3 passages');
  });
});
