import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { type Lexicon } from '../../nlu/index.js';
import { EventLog } from '../../platform/index.js';
import { DEFAULT_COLLECTION, KnowledgeDocumentRepository } from '../../rag/index.js';
import { readNames } from './read-names.js';

/** How old the names may be; looking whether documents have changed costs one short query. */
const MAX_AGE_MS = 5_000;
const MAX_DOCUMENTS = 2_000;
const MAX_DOCUMENT_CHARS = 200_000;
const MAX_CUSTOMERS = 5_000;

const EMPTY: Lexicon = { entries: [] };

/**
 * The names the company of this installation uses: plans, integrations, competitors from its documents, companies from
 * its CRM. Kept in memory; a turn waits for them only the first time, later changes are picked up beside the turns.
 */
@Injectable()
export class LexiconService implements BeforeApplicationShutdown {
  private lexicon: Lexicon | undefined;
  private fingerprint = '';
  private checkedAt = 0;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly documents: KnowledgeDocumentRepository,
    private readonly customers: CustomerRepository,
    private readonly log: EventLog,
  ) {}

  async get(): Promise<Lexicon> {
    if (this.refreshing === undefined && Date.now() - this.checkedAt > MAX_AGE_MS) {
      this.refreshing = this.refresh().finally(() => {
        this.refreshing = undefined;
      });
    }
    if (this.lexicon === undefined) await this.refreshing;
    return this.lexicon ?? EMPTY;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.refreshing;
  }

  /** A fault leaves the names as they are: a turn that needs the database will say so itself. */
  private async refresh(): Promise<void> {
    this.checkedAt = Date.now();
    try {
      const fingerprint = await this.documents.readFingerprint(DEFAULT_COLLECTION);
      if (this.lexicon !== undefined && fingerprint === this.fingerprint) return;
      const texts = await this.documents.listTexts(DEFAULT_COLLECTION, MAX_DOCUMENTS, MAX_DOCUMENT_CHARS);
      const companies = await this.customers.listNames(MAX_CUSTOMERS);
      this.lexicon = { entries: [...readNames(texts), ...companies] };
      this.fingerprint = fingerprint;
      this.log.debug('lexicon.read', { documents: texts.length, names: this.lexicon.entries.length });
    } catch (error) {
      this.log.warn('lexicon.not_read', {}, error);
    }
  }
}
