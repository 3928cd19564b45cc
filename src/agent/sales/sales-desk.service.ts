import { Injectable } from '@nestjs/common';
import { analyseMessage, completeFollowUp, namePlans, nameTiers, readOwnWords, spellNames } from '../../nlu/index.js';
import { type Desk } from '../desk.port.js';
import { LexiconService } from '../lexicon/lexicon.service.js';
import { describeAnalysis } from '../outcome/describe-analysis.js';
import { type Turn } from '../turn.js';
import { SalesTurnWork } from './sales-turn-work.js';

/** Understands a prospect's message with the names of this company, and completes a follow-up from what was said before. */
@Injectable()
export class SalesDesk implements Desk {
  constructor(private readonly lexicon: LexiconService) {}

  async begin(turn: Turn, signal: AbortSignal): Promise<SalesTurnWork> {
    const lexicon = await this.lexicon.get(signal);
    const { message, now, history } = turn;
    const understood = analyseMessage(message, { now, history, lexicon });
    const own = readOwnWords(nameTiers(spellNames(message, understood.entities), lexicon.ladder));
    const completed = completeFollowUp(own, { now, history, lexicon });
    const asked = completed === own ? own : namePlans(completed, now, lexicon);
    const analysis = describeAnalysis(understood, turn.customer?.name ?? null);
    const plans = (lexicon.ladder ?? []).map(({ name }) => name);
    return new SalesTurnWork(turn, understood, { asked, plans }, analysis);
  }
}
