import { completeAt } from '../../core/features/completion';
import { toCompletionItem } from '../convert';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

/** `textDocument/completion`. */
export const completion: LspFeature = {
  capabilities: { completionProvider: { triggerCharacters: ['：', ':', '、', '，', '；', '（', '(', '*'] } },
  register(services) {
    const { connection, documents, locale } = services;
    connection.onCompletion(
      guarded(connection, documents, 'completion', null, async (document, { position }) => {
        const { plan, loaded } = await services.review(document);
        const { items, incomplete } = completeAt(plan, loaded.register, position);
        return { isIncomplete: incomplete, items: items.map((item, at) => toCompletionItem(item, at, locale())) };
      }),
    );
  },
};
