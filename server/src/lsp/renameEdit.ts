import type { ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { say, type Message } from '../core/text/locale';
import type { Services } from './services';

/** Why an edit is part of a rename; what is not in the document itself is asked about. */
export type RenameReason = 'here' | 'register' | 'elsewhere' | 'whole' | 'alias';

/** The edits of a rename as they come together, file by file. */
export interface RenameEdit {
  add(uri: string, version: number | null, edit: TextEdit, reason: RenameReason): void;
  finish(): WorkspaceEdit;
}

const LABELS: Readonly<Record<RenameReason, Message>> = {
  here: { zh: '本文件里的“{old}”', en: '“{old}” in this file' },
  register: { zh: '单位名录里的“{old}”', en: '“{old}” in the register' },
  elsewhere: { zh: '其他方案里的“{old}”', en: '“{old}” in other plans' },
  whole: { zh: '推不出新写法的别称', en: 'Other names that do not show how to write them now' },
  alias: { zh: '旧名“{old}”登记为别名', en: 'Keep “{old}” as an alias' },
};

const DESCRIPTIONS: Readonly<Partial<Record<RenameReason, Message>>> = {
  elsewhere: { zh: '改为“{renamed}”，全称、简称各按原样', en: 'To “{renamed}”, long and short forms kept' },
  whole: { zh: '直接换成新名称，请逐处看过', en: 'The new name takes their place; look at each' },
  alias: { zh: '没有改到的地方仍然认得', en: 'So that what was not renamed is still known' },
};

const TAKEN: Message = {
  zh: '“{renamed}”已是“{owner}”的名称，改后两家合为一家，请确认',
  en: '“{renamed}” is a name of “{owner}” already: the two become one. Please confirm',
};

/** Asked about unless the new name is free and the place is in the document itself or its register. */
const ASKED: ReadonlySet<RenameReason> = new Set<RenameReason>(['elsewhere', 'whole', 'alias']);

/** `owner`: the other unit that has the new name already, `null` where it is free. */
export function createRenameEdit(old: string, renamed: string, owner: string | null, services: Services): RenameEdit {
  const { locale } = services;
  const { previews, capabilities } = services.client();
  const files = new Map<string, TextDocumentEdit>();
  const annotations: Record<string, ChangeAnnotation> = {};
  const annotate = (reason: RenameReason): string => {
    const args = { old, renamed, owner: owner ?? '' };
    const description = owner === null ? DESCRIPTIONS[reason] : TAKEN;
    annotations[reason] ??= {
      label: say(LABELS[reason], locale(), args),
      ...(description && { description: say(description, locale(), args) }),
      needsConfirmation: owner !== null || ASKED.has(reason),
    };
    return reason;
  };
  return {
    add(uri, version, edit, reason) {
      // Whether the old name stays an alias is for a person to say.
      if (reason === 'alias' && !previews) return;
      let file = files.get(uri);
      if (!file) files.set(uri, (file = { textDocument: { uri, version }, edits: [] }));
      file.edits.push(previews ? { ...edit, annotationId: annotate(reason) } : edit);
    },
    finish() {
      const documentChanges = [...files.values()];
      if (capabilities.workspace?.workspaceEdit?.documentChanges || previews)
        return { documentChanges, ...(previews && { changeAnnotations: annotations }) };
      // Of an editor that knows no versions the edits are in the plain form.
      return {
        changes: Object.fromEntries(
          documentChanges.map(({ textDocument, edits }) => [
            textDocument.uri,
            edits.flatMap((edit) => ('newText' in edit ? [{ range: edit.range, newText: edit.newText }] : [])),
          ]),
        ),
      };
    },
  };
}
