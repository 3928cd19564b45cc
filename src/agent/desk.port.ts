import { type TurnWork } from './turn-work.port.js';
import { type Channel, type Turn } from './turn.js';

/** Where a channel's turns begin: the message is understood, and what is needed to answer it is laid out. */
export interface Desk {
  /** @throws the signal's reason when the turn is given up */
  begin(turn: Turn, signal: AbortSignal): Promise<TurnWork>;
}

export type Desks = Readonly<Record<Channel, Desk>>;

/** Token of the desks by channel. */
export const DESKS = Symbol('DESKS');
