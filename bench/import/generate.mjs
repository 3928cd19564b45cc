import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export const CUSTOMERS = 20_000;

const CHANNELS = [
  ['Email', ['EMAIL', 'e-mail', 'Email ', 'email']],
  ['Call', ['call', 'CALL']],
  ['Chatbot', ['chat-bot', 'CHATBOT']],
  ['Letter', ['letter']],
  ['Boat', ['boat']],
];
const TOPICS = [
  'Pricing',
  'Onboarding Help',
  'CRM Integration',
  'Call Recording',
  'Data Protection',
  'Contract Renewal',
];
const SENTIMENTS = ['Positive', 'Neutral', 'Negative'];

/** Always the same numbers, for a seed (xorshift32). */
function random(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const two = (number) => String(number).padStart(2, '0');

/**
 * Writes `rows` interactions of two kinds: `dirty`, as a business has them (D/M/Y dates, several spellings, missing values,
 * broken and unknown ids, impossible dates, repetitions), and `clean`, what should be stored of them, ready for COPY.
 * @returns what becomes of the dirty rows: `{ inserted, merged, quarantined }`
 */
export async function generateInteractions(rows, dirtyPath, cleanPath) {
  const draw = random(20_260_101);
  const dirty = createWriteStream(dirtyPath);
  const clean = createWriteStream(cleanPath);
  dirty.write('date_start,interaction,customers,topic,sentiment\r\n');
  const seen = new Set();
  const counts = { inserted: 0, merged: 0, quarantined: 0 };
  let last = knownRow();
  for (let row = 0; row < rows; row += 1) {
    // Every fiftieth row says the one before it again.
    const { line, key, stored } = row === 0 || draw(50) === 0 ? last : drawRow(draw);
    last = { line, key, stored };
    if (!dirty.write(line)) await once(dirty, 'drain');
    if (stored === undefined) counts.quarantined += 1;
    else if (seen.has(key)) counts.merged += 1;
    else {
      seen.add(key);
      counts.inserted += 1;
      if (!clean.write(stored)) await once(clean, 'drain');
    }
  }
  for (const stream of [dirty, clean]) {
    stream.end();
    await once(stream, 'finish');
  }
  return counts;
}

/** Proves that days come first. */
function knownRow() {
  const at = '2020-02-17 18:24:00+00';
  return {
    line: '17/02/2020 18:24,Email,1,Pricing,Neutral\r\n',
    key: `1|${at}|Email|Pricing`,
    stored: `1,${at},Email,Pricing,Neutral\n`,
  };
}

function drawRow(draw) {
  const [year, month, day, hour, minute] = [2018 + draw(8), 1 + draw(12), 1 + draw(28), draw(24), draw(60)];
  const customer = 1 + draw(CUSTOMERS);
  const [channel, variants] = CHANNELS[draw(CHANNELS.length)];
  const topic = TOPICS[draw(TOPICS.length)];
  const sentiment = SENTIMENTS[draw(SENTIMENTS.length)];
  const said = {
    date: `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}`,
    channel: draw(10) === 0 ? variants[draw(variants.length)] : channel,
    customer: String(customer),
    topic: draw(40) === 0 ? topic.toLowerCase() : topic,
    sentiment,
  };
  let kept = { topic, sentiment };
  let isTaken = true;
  const fault = draw(100);
  if (fault === 0) [said.customer, isTaken] = [`${customer}in`, false];
  else if (fault === 1) [said.customer, isTaken] = [String(CUSTOMERS + customer), false];
  else if (fault === 2) [said.date, isTaken] = [`31/02/${year} 10:00`, false];
  else if (fault === 3) [said.topic, kept] = ['N/A', { topic: null, sentiment }];
  else if (fault === 4) [said.sentiment, kept] = ['', { topic, sentiment: null }];
  const at = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:00+00`;
  return {
    line: `${said.date},${said.channel},${said.customer},${said.topic},${said.sentiment}\r\n`,
    key: `${customer}|${at}|${channel}|${kept.topic ?? ''}`,
    stored: isTaken ? `${customer},${at},${channel},${kept.topic ?? ''},${kept.sentiment ?? ''}\n` : undefined,
  };
}
