/** @import { FileFailureCode } from '../../file-refused.js' */

/** What the other side turns into a FileRefused. */
export class Refusal extends Error {
  /**
   * @param {FileFailureCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
