import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding, Fix } from '../core/rules/rule';
import { comparePositions, type Range } from '../core/text/position';
import { say } from '../core/text/locale';
import { toDiagnostic } from './convert';
import type { PlanDocument } from './documents';
import { guarded } from './guard';
import type { LoadedRegister } from './registers';
import type { Services } from './services';

/** Quick fixes, made anew from the document: what a diagnostic carries may be of an older text. */
export function registerCodeActions(services: Services): void {
  const { connection, documents } = services;
  connection.onCodeAction(
    guarded(connection, documents, 'codeAction', [], async (document, { range, context }) => {
      if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
      const reviewed = await services.review(document);
      const actions: CodeAction[] = [];
      for (const finding of reviewed.result.findings) {
        if (!overlap(finding.range, range)) continue;
        const diagnostic = toDiagnostic(finding, document.uri, services.locale());
        for (const fix of finding.fixes) {
          const action = await toAction(fix, finding, diagnostic, document, reviewed.loaded, services);
          if (action) actions.push(action);
        }
      }
      return actions;
    }),
  );
}

function overlap(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

async function toAction(
  fix: Fix,
  finding: Finding,
  diagnostic: Diagnostic,
  document: PlanDocument,
  loaded: LoadedRegister,
  services: Services,
): Promise<CodeAction | null> {
  const edit =
    fix.kind === 'edit'
      ? changesOf(document.uri, document.version, fix.edits)
      : await registerEdit(fix, document, loaded, services);
  if (!edit) return null;
  const only = finding.fixes.filter((other) => other.kind === 'edit').length === 1;
  return {
    title: say(fix.title, services.locale(), fix.args),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit,
    ...(fix.kind === 'edit' && (fix.safe || only) && { isPreferred: true }),
  };
}

function changesOf(uri: string, version: number | null, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}

/** Adding to the register is an edit of `units.yaml`; where there is none yet, the edit makes it. */
async function registerEdit(
  fix: Exclude<Fix, { kind: 'edit' }>,
  document: PlanDocument,
  loaded: LoadedRegister,
  services: Services,
): Promise<WorkspaceEdit | null> {
  const uri = loaded.uri ?? services.registers.homeFor(document.uri);
  if (!uri) return null;
  const { addUnitEdit, addAliasEdit } = await services.environment.loadUnitsFile();
  const edit =
    fix.kind === 'register' ? addUnitEdit(loaded.text, fix.name) : addAliasEdit(loaded.text, fix.entry, fix.name);
  if (!edit) return null;
  const changes = changesOf(uri, services.documents.get(uri)?.version ?? null, [edit]);
  if (loaded.uri) return changes;
  return {
    documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, ...(changes.documentChanges ?? [])],
  };
}
