import { TextDocuments, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editSource, readText, type Source } from '../core/syntax/source';

/** A plan that is open in the editor: read as it is typed, never kept as one long string. */
export interface PlanDocument {
  readonly type: 'plan';
  readonly uri: string;
  readonly version: number;
  readonly source: Source;
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
        ? { type: 'plan', uri, version, source: readText(content) }
        : { type: 'other', uri, version, text: TextDocument.create(uri, languageId, version, content) },
    update: (document, changes, version) =>
      document.type === 'plan'
        ? { ...document, version, source: changes.reduce(applyChange, document.source) }
        : { ...document, version, text: TextDocument.update(document.text, changes, version) },
  });
}

function applyChange(source: Source, change: TextDocumentContentChangeEvent): Source {
  return 'range' in change ? editSource(source, change.range, change.text) : readText(change.text);
}
