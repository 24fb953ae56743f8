import { TextDocuments, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { splitLines } from '../core/text/lines';
import type { Position } from '../core/text/position';
import { editSource, readText, type Source } from '../core/syntax/source';

/** A plan that is open in the editor: read as it is typed, never kept as one long string. */
export interface PlanDocument {
  readonly type: 'plan';
  readonly uri: string;
  readonly version: number;
  readonly source: Source;
  /** Where the last change ended, which is where the caret most likely stands; `null` before the first. */
  readonly caret: Position | null;
}

/** Any other document the client tells us about (a register, a configuration). */
export interface OtherDocument {
  readonly type: 'other';
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
}

export type OpenDocument = PlanDocument | OtherDocument;

export type Documents = TextDocuments<OpenDocument>;

const PLAN = 'plan';

/**
 * The open documents. Plans take changes into their passages: an edit costs the passage it touches, whatever the size
 * of the document, which a plain text document cannot do (it keeps and copies the whole string).
 */
export function createDocuments(): Documents {
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, content) =>
      languageId === PLAN
        ? { type: 'plan', uri, version, source: readText(content), caret: null }
        : { type: 'other', uri, version, text: TextDocument.create(uri, languageId, version, content) },
    update: (document, changes, version) =>
      document.type === 'plan'
        ? { ...document, version, source: changes.reduce(applyChange, document.source), caret: caretAfter(changes) }
        : { ...document, version, text: TextDocument.update(document.text, changes, version) },
  });
}

/** The end of what the last of the changes put in. */
function caretAfter(changes: readonly TextDocumentContentChangeEvent[]): Position | null {
  const last = changes.at(-1);
  if (!last || !('range' in last)) return null;
  const lines = splitLines(last.text);
  const { start } = last.range;
  const end = lines[lines.length - 1]!.length;
  return { line: start.line + lines.length - 1, character: lines.length === 1 ? start.character + end : end };
}

function applyChange(source: Source, change: TextDocumentContentChangeEvent): Source {
  return 'range' in change ? editSource(source, change.range, change.text) : readText(change.text);
}
