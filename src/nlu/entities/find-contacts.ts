import { findAll } from '../../shared/find-all.js';
import { type Entity } from '../message-analysis.js';

const EMAIL =
  /(?<![\p{L}\d._%+-])[\p{L}\d_%+-][\p{L}\d._%+-]{0,63}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,6}\p{L}{2,24}(?![\p{L}\d-])/gu;

/** E-mail addresses, value in lower case. */
export function findEmails(text: string): Entity[] {
  if (!text.includes('@')) return [];
  return findAll(text, EMAIL).map((match) => ({
    type: 'email',
    value: match[0].toLowerCase(),
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const INTERNATIONAL = String.raw`\+\d{1,3}(?:[ .\-/]?\(?\d{1,5}\)?){1,6}`;
const NORTH_AMERICAN = String.raw`(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}`;
const TRUNK_ZERO = String.raw`\(?0\d{1,5}\)?(?:[ \-/]?\d{2,8}){1,5}`;
/** 03/04/2026 is a date that nobody can read for certain, not a number to call. */
const NOT_A_DATE = String.raw`(?!\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d))`;
const PHONE = new RegExp(
  String.raw`(?<![\p{L}\d+.,$€£\-/])${NOT_A_DATE}(?:${INTERNATIONAL}|${NORTH_AMERICAN}|${TRUNK_ZERO})(?![\p{L}\d])`,
  'gu',
);

/** Where somebody says that it is a number to call, looser groups will do. */
const CUED =
  /(?<=(?:call|calls|phone|tel|tel\.|telephone|mobile|cell|fax|whatsapp|text|ring|reach|dial|handy|telefon|messages|téléphone|teléfono|telefono)(?: number)?(?: (?:me|us|him|her|is|on|at|to|back|or|unter|au|al|can|you|my|the|number)){0,4}[ :]{1,3})\(?\d{2,5}\)?(?:[ .\-/]\d{2,5}){1,5}(?![\p{L}\d]|[.,:]\d)/giu;

/** Telephone numbers that look the part (international, North American, or with a trunk zero) or are said to be one, value in digits, `+` kept. */
export function findPhones(text: string): Entity[] {
  return [...findAll(text, PHONE), ...findAll(text, CUED)].flatMap((match): Entity[] => {
    const digits = match[0].replace(/\D/g, '');
    // E.164 allows 15 digits; fewer than 7 is an extension or a house number.
    if (digits.length < 7 || digits.length > 15) return [];
    const value = match[0].startsWith('+') ? `+${digits}` : digits;
    return [{ type: 'phone', value, text: match[0], start: match.index, end: match.index + match[0].length }];
  });
}
