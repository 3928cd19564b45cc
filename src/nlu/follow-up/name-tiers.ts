import { type Tier } from '../message-analysis.js';

const NOUN = '(?:plan|package|tier|version|edition|option|subscription|one)';
const LOW = '(?:smallest|small|smaller|cheapest|lowest|basic|entry(?:[ -]level)?|bottom)';
const MIDDLE = '(?:middle|mid(?:[ -](?:size|sized|tier|range|level))?|medium(?:[ -]sized?)?)';
const TOP = '(?:biggest|big|bigger|largest|large|top|top[ -]tier|highest|most expensive|full)';
const AMOUNT = String.raw`(?:[$€£] ?(\d{1,6}(?:[.,]\d{2})?)|(\d{1,6}(?:[.,]\d{2})?) ?(?:dollars?|bucks|euros?|pounds?|[$€£]))`;

/** A ladder with fewer rungs has no middle, and one with none says nothing. */
const MIN_TIERS_WITH_MIDDLE = 3;

/**
 * Names the plans a message only points at: "the middle one" becomes "the Team plan" where a company sells three, "the $19
 * one" the plan of that price. What points at none of them stays as it is.
 * @param ladder the plans as the price list has them, the smallest first
 */
export function nameTiers(message: string, ladder: readonly Tier[] = []): string {
  if (ladder.length < 2) return message;
  const byPrice = new RegExp(String.raw`\bthe ${AMOUNT}[ -]?(?:${NOUN})\b`, 'gi');
  const priced = message.replace(byPrice, (whole, before: string | undefined, behind: string | undefined) => {
    const found = ladder.filter(({ prices }) => prices.includes(Number((before ?? behind ?? '').replace(',', '.'))));
    return found.length === 1 ? nameOf(found[0], whole) : whole;
  });
  return [[LOW, ladder[0]] as const, [MIDDLE, middleOf(ladder)] as const, [TOP, ladder.at(-1)] as const].reduce(
    (text, [words, tier]) => {
      const pointing = new RegExp(String.raw`\b(?:the|your|a) ${words} ${NOUN}\b`, 'gi');
      return text.replace(pointing, (whole) => nameOf(tier, whole));
    },
    priced,
  );
}

function middleOf(ladder: readonly Tier[]): Tier | undefined {
  const hasMiddle = ladder.length >= MIN_TIERS_WITH_MIDDLE && ladder.length % 2 === 1;
  return hasMiddle ? ladder[(ladder.length - 1) / 2] : undefined;
}

function nameOf(tier: Tier | undefined, otherwise: string): string {
  return tier === undefined ? otherwise : `the ${tier.name} plan`;
}
