import { BlockList, isIP } from 'node:net';

/** RFC 1122 (127.0.0.0/8) and RFC 4291 (::1); the list also knows the first inside the second (::ffff:127.0.0.1). */
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether this names the machine itself: the host to listen on, or the address of a peer. */
export function isLoopback(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return host.toLowerCase() === 'localhost';
  return LOOPBACK.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
