import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { type Lexicon } from '../../nlu/index.js';
import { EventLog } from '../../platform/index.js';
import { DEFAULT_COLLECTION, KnowledgeDocumentRepository } from '../../rag/index.js';
import { readLadder } from './read-ladder.js';
import { readNames } from './read-names.js';

/** How old the names may be; looking whether documents have changed costs one short query. */
const MAX_AGE_MS = 5_000;
/** The companies of the CRM are read again this often: a change of a record shows in no fingerprint. */
const MAX_COMPANIES_AGE_MS = 60_000;
const MAX_DOCUMENTS = 1_000;
const MAX_DOCUMENT_CHARS = 20_000;
const MAX_CUSTOMERS = 5_000;

const EMPTY: Lexicon = { entries: [] };

/**
 * The names the company of this installation uses: plans, integrations, competitors from its documents, companies from
 * its CRM. Kept in memory; a turn waits for them only the first time, later changes are picked up beside the turns.
 */
@Injectable()
export class LexiconService implements BeforeApplicationShutdown {
  private lexicon: Lexicon | undefined;
  private names: Lexicon['entries'] = [];
  private companies: Lexicon['entries'] = [];
  private ladder: NonNullable<Lexicon['ladder']> = [];
  private fingerprint: string | undefined;
  private checkedAt = 0;
  private companiesReadAt = 0;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly documents: KnowledgeDocumentRepository,
    private readonly customers: CustomerRepository,
    private readonly log: EventLog,
  ) {}

  /** @throws the signal's reason when the turn is given up while the names are read for the first time */
  async get(signal: AbortSignal): Promise<Lexicon> {
    if (this.refreshing === undefined && Date.now() - this.checkedAt > MAX_AGE_MS) {
      this.refreshing = this.refresh().finally(() => {
        this.refreshing = undefined;
      });
    }
    if (this.lexicon === undefined && this.refreshing !== undefined) await untilAborted(this.refreshing, signal);
    return this.lexicon ?? EMPTY;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.refreshing;
  }

  /** A fault leaves the names as they are: a turn that needs the database will say so itself. */
  private async refresh(): Promise<void> {
    this.checkedAt = Date.now();
    try {
      const changed = [await this.readDocuments(), await this.readCompanies()].includes(true);
      if (!changed && this.lexicon !== undefined) return;
      this.lexicon = { entries: [...this.names, ...this.companies], ladder: this.ladder };
      this.log.debug('lexicon.read', { names: this.lexicon.entries.length });
    } catch (error) {
      this.log.warn('lexicon.not_read', {}, error);
    }
  }

  /** @returns whether they have changed */
  private async readDocuments(): Promise<boolean> {
    const fingerprint = await this.documents.readFingerprint(DEFAULT_COLLECTION);
    if (fingerprint === this.fingerprint) return false;
    const texts = await this.documents.listTexts(DEFAULT_COLLECTION, MAX_DOCUMENTS, MAX_DOCUMENT_CHARS);
    this.names = readNames(texts);
    this.ladder = readLadder(texts);
    this.fingerprint = fingerprint;
    return true;
  }

  private async readCompanies(): Promise<boolean> {
    if (Date.now() - this.companiesReadAt < MAX_COMPANIES_AGE_MS) return false;
    const companies = await this.customers.listNames(MAX_CUSTOMERS);
    this.companiesReadAt = Date.now();
    const changed =
      companies.map(({ value }) => value).join('\n') !== this.companies.map(({ value }) => value).join('\n');
    this.companies = companies;
    return changed;
  }
}

/** @throws the signal's reason when it aborts first; the work goes on */
async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
