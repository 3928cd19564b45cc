import { isSameMachine } from './is-same-machine.js';

describe('isSameMachine', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
    ['192.168.7.20', '192.168.7.20'],
    ['::ffff:192.168.7.20', '::ffff:192.168.7.20'],
  ])('knows a caller at %s of a server at %s', (remoteAddress, localAddress) => {
    expect(isSameMachine({ remoteAddress, localAddress })).toBe(true);
  });

  it.each([
    ['192.168.7.21', '192.168.7.20'],
    ['10.0.0.9', '127.0.0.1'],
    ['10.0.0.9', undefined],
    [undefined, '127.0.0.1'],
    [undefined, undefined],
  ])('does not know a caller at %s of a server at %s', (remoteAddress, localAddress) => {
    expect(isSameMachine({ remoteAddress, localAddress })).toBe(false);
  });
});
