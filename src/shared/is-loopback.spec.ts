import { isLoopback } from './is-loopback.js';

describe('isLoopback', () => {
  it.each([
    '127.0.0.1',
    '127.9.8.7',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::FFFF:7f00:1',
    'localhost',
    'LOCALHOST',
  ])('knows %s for this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    '10.0.0.1',
    '128.0.0.1',
    '0.0.0.0',
    '::',
    '::2',
    '::ffff:10.0.0.1',
    '127.0.0.1.evil.example',
    '127.0.0.999',
    'localhost.evil.example',
    '',
  ])('takes %j for another', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
