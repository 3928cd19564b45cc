import { SaxesParser } from 'saxes';
import { Refusal } from './refusal.mjs';

/**
 * What a part's reader wants to hear: names without their namespace's prefix, and text.
 * @typedef {{
 *   open?: (name: string, attributes: Readonly<Record<string, string>>) => void,
 *   text?: (text: string) => void,
 *   close?: (name: string) => void,
 * }} XmlListener
 */

/** A sheet's cells lie eight deep; what nests deeper is no workbook. */
const MAX_DEPTH = 64;

/**
 * Parses a stream of XML and yields after every block, when all of its elements have been told to the listener. Documents
 * with a DOCTYPE are refused, entities of their own with them: no workbook has any.
 * @param {AsyncIterable<Buffer>} stream
 * @param {XmlListener} listener
 * @returns {AsyncGenerator<void, void>}
 */
export async function* readXml(stream, listener) {
  const parser = createParser(listener);
  let decoder = new TextDecoder();
  let isFirst = true;
  for await (const block of stream) {
    if (isFirst) decoder = new TextDecoder(encodingOf(block));
    isFirst = false;
    parser.write(decoder.decode(block, { stream: true }));
    yield;
  }
  parser.close();
}

/**
 * Parses a part that is small, or wanted whole.
 * @param {AsyncIterable<Buffer>} stream
 * @param {XmlListener} listener
 */
export async function readWholeXml(stream, listener) {
  const blocks = readXml(stream, listener);
  while ((await blocks.next()).done !== true);
}

/** @param {XmlListener} listener */
function createParser(listener) {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw new Refusal(
      'unreadable',
      `The workbook is damaged: its XML cannot be read (${error.message.slice(0, 100)}).`,
    );
  });
  parser.on('doctype', () => {
    throw new Refusal(
      'unreadable',
      'The workbook contains a document type definition, which no spreadsheet program writes.',
    );
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Refusal('unreadable', 'The workbook nests its XML deeper than any spreadsheet.');
    listener.open?.(localName(tag.name), tag.attributes);
  });
  if (listener.text !== undefined) {
    parser.on('text', listener.text);
    parser.on('cdata', listener.text);
  }
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  return parser;
}

/** @param {string} name */
function localName(name) {
  return name.slice(name.indexOf(':') + 1);
}

/** @param {Buffer} block */
function encodingOf(block) {
  if (block[0] === 0xff && block[1] === 0xfe) return 'utf-16le';
  return block[0] === 0xfe && block[1] === 0xff ? 'utf-16be' : 'utf-8';
}
