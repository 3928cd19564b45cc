import { uuidV7 } from '../../shared/uuid-v7.js';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,128}$/;

/** The caller's request id when it is 1 to 128 visible ASCII characters, else a new one. */
export function chooseRequestId(offered: string | string[] | undefined): string {
  return typeof offered === 'string' && VISIBLE_ASCII.test(offered) ? offered : uuidV7();
}
