/**
 * Reads every file git tracks or would track and fails, naming file and line, on what must not be committed: keys,
 * passwords in addresses, `.env` files, paths of somebody's machine, registry addresses in the lock file. It never
 * prints what it found. Before each run it plants one example of every rule and checks that it is caught.
 */
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';

/** Names of files that hold secrets by custom; `.env.example` holds none and says so in a test. */
const FORBIDDEN_FILE = /(^|\/)(\.env(\.(?!example$).*)?|\.npmrc|id_(rsa|ed25519)|[^/]+\.(pem|p12|pfx))$/;

/** A password that stands in documentation for the reader's own. */
const PLACEHOLDER = /^(password|secret|changeme|example)$/i;

const isTest = (file) => file.startsWith('test/') || /[.-]spec\.ts$/.test(file);
const always = () => true;

/** Each example is put together here, so that this file does not catch itself. */
const RULES = [
  {
    name: 'a private key',
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/,
    in: always,
    example: `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
  },
  {
    name: 'a model provider key',
    pattern: /\b(?:sk-[\w-]{32,}|gsk_\w{32,}|AIza[\w-]{35})/,
    in: always,
    example: `key=sk-${'x1'.repeat(20)}`,
  },
  {
    name: 'a key of this product',
    pattern: /\brap_[0-9a-f]{12}_[\w-]{43}/,
    in: always,
    example: `rap_${'0a'.repeat(6)}_${'k'.repeat(43)}`,
  },
  {
    name: 'a code host key',
    pattern: /\b(?:gh[pousr]_\w{36}|github_pat_\w{40,}|glpat-[\w-]{20,}|npm_\w{36})/,
    in: always,
    example: `ghp_${'a'.repeat(36)}`,
  },
  {
    name: 'a cloud or chat key',
    pattern: /\b(?:A[KS]IA[0-9A-Z]{16}|xox[abeoprs]-[\w-]{20,})/,
    in: always,
    example: `AKIA${'Q'.repeat(16)}`,
  },
  {
    name: 'a signed token',
    pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
    in: always,
    example: `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}`,
  },
  {
    name: 'a password in an address',
    pattern: /\b[a-z][a-z+]*:\/\/[\w.%-]+:([\w.%~!-]+)@/,
    in: (file) => !isTest(file),
    allow: (match) => PLACEHOLDER.test(match[1]),
    example: `postgres://app:${'t0ps3cret'}@db/x`,
  },
  {
    name: "a path of somebody's machine",
    pattern: /(?<![\w.-])\/(?:root|home\/[\w.-]+|Users\/[\w.-]+)\//,
    in: always,
    example: `open("/${'home'}/me/notes.txt")`,
  },
  {
    name: 'a registry address (npm ci must use the registry of whoever runs it)',
    pattern: /"resolved": *"/,
    in: (file) => /(^|\/)(package-lock|npm-shrinkwrap)\.json$/.test(file),
    file: 'package-lock.json',
    example: `"resolved": "https://registry.example/a.tgz"`,
  },
];

/** @returns {string[]} one finding per line and rule, `file:line: what` */
function scan(file, text) {
  const findings = FORBIDDEN_FILE.test(file) ? [`${file}:1: a file that is never committed`] : [];
  const rules = RULES.filter((rule) => rule.in(file));
  text.split('\n').forEach((line, index) => {
    for (const rule of rules) {
      const match = rule.pattern.exec(line);
      if (match !== null && !(rule.allow?.(match) ?? false)) findings.push(`${file}:${index + 1}: ${rule.name}`);
    }
  });
  return findings;
}

/** The rules that let their own planted example pass, and the planted files that were not refused. */
function findBlindSpots() {
  const blind = RULES.filter(
    ({ name, example, file = 'src/planted.ts' }) =>
      !scan(file, `first line\n${example}`).includes(`${file}:2: ${name}`),
  );
  const files = ['.env', 'deploy/.env.production', 'tls/server.pem'].filter((file) => scan(file, '').length === 0);
  return [...blind.map(({ name }) => name), ...files];
}

function listFiles() {
  // A clone that belongs to another user is still a clone: reading it harms nobody.
  const args = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 << 20 })
    .split('\0')
    .filter((file) => file !== '' && lstatSync(file, { throwIfNoEntry: false })?.isFile());
}

const blind = findBlindSpots();
if (blind.length > 0) {
  process.stderr.write(`check-secrets does not see what it should: ${blind.join(', ')}\n`);
  process.exit(2);
}
const files = listFiles();
const findings = files.flatMap((file) => scan(file, readFileSync(file, 'latin1')));
for (const finding of findings) process.stderr.write(`${finding}\n`);
if (files.length === 0) process.stderr.write('git lists no file here\n');
process.exitCode = findings.length > 0 || files.length === 0 ? 1 : 0;
