import { formatDocument, formatRange, type FormatContext } from '../../core/format/format';
import { DEFAULT_FORMAT } from '../../core/rules/config';
import { comparePositions, type TextEdit } from '../../core/text/position';
import type { PlanDocument } from '../documents';
import { guarded } from '../guard';
import type { Services } from '../services';
import type { LspFeature } from './feature';

/**
 * `textDocument/formatting`, `rangeFormatting` and `rangesFormatting`. The editor's own options (tab size and the like)
 * have nothing to do with plans; what may be chosen stands in `plandoc.yaml`.
 */
export const formatting: LspFeature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
  },
  register(services) {
    const { connection, documents } = services;
    /** The answer, unless the text has changed while its surroundings were read. */
    const format = async (
      document: PlanDocument,
      edit: (context: FormatContext) => readonly TextEdit[],
    ): Promise<TextEdit[] | null> => {
      const context = await contextOf(document, services);
      return documents.get(document.uri) === document ? [...edit(context)] : null;
    };
    connection.onDocumentFormatting(
      guarded(connection, documents, 'formatting', null, (document) =>
        format(document, (context) => formatDocument(document.source, context)),
      ),
    );
    connection.onDocumentRangeFormatting(
      guarded(connection, documents, 'rangeFormatting', null, (document, { range }) =>
        format(document, (context) => formatRange(document.source, range, context)),
      ),
    );
    connection.onDocumentRangesFormatting(
      guarded(connection, documents, 'rangesFormatting', null, (document, { ranges }) =>
        format(document, (context) => once(ranges.flatMap((range) => formatRange(document.source, range, context)))),
      ),
    );
  },
};

async function contextOf(document: PlanDocument, services: Services): Promise<FormatContext> {
  const settings = await services.settings(document.uri);
  const plan = services.sessions.planOf(document, settings);
  const { register } = await services.register(document.uri, plan, settings);
  return {
    register,
    review: settings.review,
    reading: { period: settings.period },
    options: settings.config?.file.format ?? DEFAULT_FORMAT,
  };
}

/** Two ranges may touch one paragraph; what is done to it is done once. */
function once(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
  return sorted.filter((edit, at) => {
    const before = sorted[at - 1];
    return !before || comparePositions(before.range.start, edit.range.start) !== 0;
  });
}
