import { InlayHintKind, type InlayHint } from 'vscode-languageserver';
import { hintsIn, type Hint } from '../../core/features/hints';
import { say, type Locale, type Message } from '../../core/text/locale';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

const SAYS = {
  inherited: { zh: '时限：{text}', en: 'by {text}' },
  inheritedWhy: {
    zh: '这一项没有写时限，按全文统一的要求办理。',
    en: 'No deadline is stated here; the one for the whole document holds.',
  },
  until: { zh: '截止 {end}（含当日）。', en: 'Until {end}, included.' },
  fullName: { zh: '名录中的全称', en: 'full name in the register' },
} as const satisfies Record<string, Message>;

/** `textDocument/inlayHint`: deadlines taken over from the document, full names of units; off by default. */
export const inlayHint: LspFeature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },
  register(services) {
    const { connection, documents, locale } = services;
    connection.languages.inlayHint.on(
      guarded(connection, documents, 'inlayHint', [], async (document, { range }) => {
        const own = await services.settings(document.uri);
        const { hints } = own.shown;
        if (!hints.deadlines && !hints.fullNames) return [];
        const plan = services.sessions.planOf(document, own);
        const { register } = await services.register(document.uri, plan, own);
        return hintsIn(plan, register, range, hints).map((hint) => toInlayHint(hint, locale()));
      }),
    );
    // What is shown depends on settings and registers too; both change without the text.
    const shown = new Map<string, string>();
    services.onReviewed(({ uri }, { settings, loaded }) => {
      const { deadlines, fullNames } = settings.shown.hints;
      const key = `${deadlines} ${fullNames} ${fullNames ? loaded.uris.join('\n') + loaded.text : ''}`;
      const before = shown.get(uri);
      shown.set(uri, key);
      if (before !== undefined && before !== key && services.client().refreshes.inlayHints)
        void connection.languages.inlayHint.refresh();
    });
    documents.onDidClose(({ document }) => void shown.delete(document.uri));
  },
};

function toInlayHint(hint: Hint, locale: Locale): InlayHint {
  const { position, text } = hint;
  if (hint.kind === 'full-name') {
    return {
      position,
      label: `〔${text}〕`,
      kind: InlayHintKind.Type,
      tooltip: say(SAYS.fullName, locale),
    };
  }
  const why = [say(SAYS.inheritedWhy, locale), hint.end === null ? '' : say(SAYS.until, locale, { end: hint.end })];
  return {
    position,
    label: say(SAYS.inherited, locale, { text }),
    kind: InlayHintKind.Parameter,
    paddingLeft: true,
    tooltip: why.join(locale === 'zh' ? '' : ' ').trim(),
  };
}
