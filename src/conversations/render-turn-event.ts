import { type StreamEvent } from '../platform/index.js';
import { toAnalysisDto, toCitationDto } from './process-message.mapper.js';
import { type TurnEvent } from './turn/reply-event.js';

/** A turn's event as it goes over the wire. */
export function renderTurnEvent(event: TurnEvent): StreamEvent {
  switch (event.type) {
    case 'start':
      return { event: 'start', data: { conversation_id: event.conversationId, message_id: event.messageId } };
    case 'analysis':
      return { event: 'analysis', data: toAnalysisDto(event.analysis) };
    case 'tool-call':
      return { event: 'tool-call', data: { call_id: event.callId, tool: event.tool, input: event.input } };
    case 'tool-result':
      return {
        event: 'tool-result',
        data: {
          call_id: event.callId,
          tool: event.tool,
          status: event.status,
          output_summary: event.outputSummary,
          duration_ms: event.durationMs,
        },
      };
    case 'text-delta':
      return { event: 'text-delta', data: { delta: event.delta } };
    case 'citation':
      return { event: 'citation', data: toCitationDto(event.citation) };
    case 'end':
      return { event: 'end', data: event.body };
  }
}
