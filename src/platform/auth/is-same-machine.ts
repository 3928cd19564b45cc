import { isLoopback } from '../../shared/is-loopback.js';

/** The two ends of a connection, as its socket tells them; a closed socket tells nothing. */
export interface Connection {
  remoteAddress?: string | undefined;
  localAddress?: string | undefined;
}

/**
 * Whether both ends are on this machine: the peer is on loopback, or it calls from the very address it calls. The second is
 * how a server that listens on a network address only meets the command line beside it.
 */
export function isSameMachine({ remoteAddress, localAddress }: Connection): boolean {
  return remoteAddress !== undefined && (isLoopback(remoteAddress) || remoteAddress === localAddress);
}
