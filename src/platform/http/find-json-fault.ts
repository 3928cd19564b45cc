const LITERALS = ['true', 'false', 'null'] as const;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON (RFC 8259), or undefined when it is JSON. `JSON.parse` names a position only for some
 * faults and quotes the text for the others; answers must do the first and must not do the second. Iterative, so
 * that nesting cannot exhaust the stack.
 * @returns index in UTF-16 units
 */
export function findJsonFault(text: string): number | undefined {
  return new JsonScanner(text).scan();
}

type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end';

class JsonScanner {
  private at = 0;
  private readonly open: ('{' | '[')[] = [];

  constructor(private readonly text: string) {}

  scan(): number | undefined {
    let expected: Expectation | undefined = 'value';
    while (expected !== undefined) {
      this.skip(SPACE);
      const next = this.step(expected);
      if (next === 'fault') return this.at;
      expected = next === 'done' && this.open.length === 0 ? undefined : next === 'done' ? 'comma-or-end' : next;
    }
    this.skip(SPACE);
    return this.at === this.text.length ? undefined : this.at;
  }

  private step(expected: Expectation): Expectation | 'done' | 'fault' {
    const isEnd = this.text[this.at] === (this.open.at(-1) === '{' ? '}' : ']');
    if (isEnd && expected.endsWith('end')) return this.close();
    if (expected === 'comma-or-end') return this.comma();
    return expected.startsWith('key') ? this.key() : this.value();
  }

  private value(): Expectation | 'done' | 'fault' {
    const char = this.text[this.at];
    if (char === '{' || char === '[') {
      this.open.push(char);
      this.at += 1;
      return char === '{' ? 'key-or-end' : 'value-or-end';
    }
    const literal = LITERALS.find((word) => this.text.startsWith(word, this.at));
    if (literal !== undefined) {
      this.at += literal.length;
      return 'done';
    }
    return this.skip(char === '"' ? STRING : NUMBER) ? 'done' : 'fault';
  }

  private key(): Expectation | 'fault' {
    if (!this.skip(STRING)) return 'fault';
    this.skip(SPACE);
    if (this.text[this.at] !== ':') return 'fault';
    this.at += 1;
    return 'value';
  }

  private comma(): Expectation | 'fault' {
    if (this.text[this.at] !== ',') return 'fault';
    this.at += 1;
    return this.open.at(-1) === '{' ? 'key' : 'value';
  }

  private close(): 'done' {
    this.open.pop();
    this.at += 1;
    return 'done';
  }

  /** Moves over what the sticky pattern matches here; false when that is nothing. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }
}
