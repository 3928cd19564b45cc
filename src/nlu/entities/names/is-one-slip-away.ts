/**
 * Whether one slip of the hand leads from a name to a word: a letter left out, added, replaced or two neighbours swapped.
 * The first letter is nearly always right, and a changed ending is another form or another word ("started" is no
 * "Starter"), so neither counts as a slip.
 */
export function isOneSlipAway(word: string, name: string): boolean {
  if (word === name) return false;
  const room = Math.min(word.length, name.length);
  const head = countShared(room, (at) => word[at] === name[at]);
  const tail = countShared(room - head, (at) => word.at(-1 - at) === name.at(-1 - at));
  const [inWord, inName] = [word.slice(head, word.length - tail), name.slice(head, name.length - tail)];
  if (head === 0) return false;
  if (inWord.length + inName.length === 1) return isAddedOrLost(word, name, tail);
  return isSwap(inWord, inName) || (tail > 0 && inWord.length === 1 && inName.length === 1);
}

function countShared(room: number, isShared: (at: number) => boolean): number {
  let count = 0;
  while (count < room && isShared(count)) count += 1;
  return count;
}

function isSwap(a: string, b: string): boolean {
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

/** A letter more or less; at the end only a doubled one ("starterr"). */
function isAddedOrLost(word: string, name: string, tail: number): boolean {
  if (tail > 0) return true;
  const longer = word.length > name.length ? word : name;
  return longer.at(-1) === longer.at(-2);
}
