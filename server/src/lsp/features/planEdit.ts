import { PLAN_EDITS } from '../../core/features/edits/index';
import { say, type Message } from '../../core/text/locale';
import { PLAN_EDIT, type PlanEditParams, type PlanEditResult } from '../../protocol';
import type { LspFeature } from './feature';

const MESSAGES = {
  notOpen: {
    zh: '此文件没有作为方案打开。请打开方案文稿后再试。',
    en: 'This file is not open as a plan. Open a plan document and try again.',
  },
  changed: {
    zh: '文稿刚刚有改动，没有执行。请再试一次。',
    en: 'The text has just changed, so nothing was done. Try again.',
  },
} as const satisfies Record<string, Message>;

/** `plandoc/edit`: a change a person asks for by name. Nothing is changed here: the client applies what it is given. */
export const planEdit: LspFeature = {
  capabilities: {},
  register(services) {
    const { connection, documents, locale } = services;
    const refuse = (message: Message): PlanEditResult => ({ refused: say(message, locale()) });
    connection.onRequest<PlanEditResult, void>(PLAN_EDIT, async (params: PlanEditParams) => {
      const document = documents.get(params.uri);
      if (document?.type !== 'plan') return refuse(MESSAGES.notOpen);
      if (document.version !== params.version) return refuse(MESSAGES.changed);
      const { plan, loaded } = await services.review(document);
      if (documents.get(params.uri) !== document) return refuse(MESSAGES.changed);
      const { selection, options = {} } = params;
      const outcome = PLAN_EDITS[params.edit].run({ plan, register: loaded.register, selection, options });
      if (outcome.kind === 'refused') return { refused: say(outcome.message, locale(), outcome.args) };
      const { edits, selection: after, told } = outcome;
      const said = told ? { told: say(told.message, locale(), told.args) } : {};
      return { version: document.version, edits, selection: after, ...said };
    });
  },
};
