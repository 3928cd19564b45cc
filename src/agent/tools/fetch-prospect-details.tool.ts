import { Injectable } from '@nestjs/common';
import { toProspectFact, type Customer } from '../../customers/index.js';
import { type Turn } from '../turn.js';
import { type AgentTool, type ToolOutcome } from './agent-tool.port.js';

/**
 * Hands out what may be said to the prospect of this turn about themself. The record came with the turn, chosen by the
 * caller's identity; whatever else a model asks for is denied.
 */
@Injectable()
export class FetchProspectDetailsTool implements AgentTool {
  readonly name = 'fetch_prospect_details';
  readonly channels = ['sales'] as const;

  run(args: Record<string, unknown>, turn: Turn): Promise<ToolOutcome> {
    const asked = args['prospect_id'];
    const denied = asked !== undefined && !names(asked, turn);
    const customer = denied ? null : turn.customer;
    return Promise.resolve({
      status: denied ? 'denied' : customer === null ? 'empty' : 'ok',
      input: denied || turn.prospectReference === null ? {} : { prospect_id: turn.prospectReference },
      summary: denied ? 'Only the prospect of this conversation can be looked up.' : summarise(customer),
      finding: { tool: this.name, prospect: customer === null ? null : toProspectFact(customer) },
    });
  }
}

function names(asked: unknown, turn: Turn): boolean {
  if (typeof asked !== 'string' && typeof asked !== 'number') return false;
  const reference = String(asked);
  return (
    reference === turn.prospectReference || (turn.customer !== null && reference === String(turn.customer.customerId))
  );
}

function summarise(customer: Customer | null): string {
  if (customer === null) return 'no record of this prospect';
  return `record ${customer.customerId} found${customer.stage === null ? '' : `, stage ${customer.stage}`}`;
}
