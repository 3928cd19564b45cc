import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';

/** LangChain's model that calls the tools at once and answers at once. */
export class InstantModel extends BaseChatModel {
  constructor(toolCalls, answer) {
    super({});
    this.toolCalls = toolCalls;
    this.answer = answer;
  }

  _llmType() {
    return 'instant';
  }

  bindTools() {
    return this;
  }

  async _generate(given) {
    const answering = given.at(-1).getType() === 'tool';
    const message = answering
      ? new AIMessage(this.answer)
      : new AIMessage({
          content: '',
          tool_calls: this.toolCalls.map(({ id, name, arguments: args }) => ({ id, name, args, type: 'tool_call' })),
        });
    return { generations: [{ message, text: answering ? message.content : '' }] };
  }
}
