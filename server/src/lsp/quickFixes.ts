import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renumberingEdits } from '../core/features/edits/numbers/renumber';
import { chooseFixes, chooseSafeFixes, isEditFix, type Chosen } from '../core/rules/fixAll';
import { RULES } from '../core/rules/index';
import type { Finding, Fix } from '../core/rules/rule';
import { suppressionAbove } from '../core/rules/suppressionFix';
import { applyEdits } from '../core/text/edits';
import { lineAt, type Source } from '../core/syntax/source';
import { comparePositions, range, type Range } from '../core/text/position';
import { say, type Locale } from '../core/text/locale';
import { toDiagnostic } from './convert';
import type { PlanDocument } from './documents';
import { openAt } from './files';
import type { LoadedRegister } from './registers';
import type { Services } from './services';
import type { Reviewed } from './sessions';

/** The kind under which all safe fixes of a document are applied, on save too (`editor.codeActionsOnSave`). */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.plandoc`;

const TITLES = {
  allSafe: { zh: '应用全部稳妥修改（{count} 处）', en: 'Apply all safe fixes ({count})' },
  allOfRule: { zh: '修改全部“{title}”（{count} 处）', en: 'Fix all “{title}” ({count})' },
  previewOfRule: { zh: '逐处确认后修改全部“{title}”（{count} 处）', en: 'Review and fix all “{title}” ({count})' },
  renumber: { zh: '全文重新编号（{count} 处）', en: 'Renumber the document ({count} places)' },
  suppress: { zh: '保留此处，注明理由（{rule}）', en: 'Keep this, with a reason ({rule})' },
} as const;

function overlap(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** Quick fixes for what was found in `range`, made anew from the document: what a diagnostic carries may be of an older text. */
export async function quickFixes(
  document: PlanDocument,
  range: Range,
  reviewed: Reviewed,
  services: Services,
): Promise<readonly CodeAction[]> {
  const locale = services.locale();
  const found = reviewed.result.findings.filter((finding) => overlap(finding.range, range));
  const actions: CodeAction[] = [];
  for (const finding of found) {
    const diagnostic = toDiagnostic(finding, document.uri, locale);
    for (const fix of finding.fixes) {
      const action = await toAction(fix, finding, diagnostic, document, reviewed.loaded, services);
      if (action) actions.push(action);
    }
  }
  for (const rule of new Set(found.map((one) => one.rule))) {
    const action = fixRule(rule, document, reviewed, services);
    if (action) actions.push(action);
  }
  const numbered = found.filter(({ rule }) => rule.startsWith('numbering-'));
  if (numbered.length > 0) actions.push(...renumberAll(numbered, document, reviewed, locale));
  for (const finding of found) {
    const edit = suppressionAbove(finding, reviewed.plan);
    if (!edit) continue;
    actions.push({
      title: say(TITLES.suppress, locale, { rule: finding.rule }),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, document.uri, locale)],
      edit: changesOf(document.uri, document.version, [edit]),
    });
  }
  return actions;
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

/** All findings of one rule at once; what is not safe goes through the editor's preview, each place to be confirmed. */
function fixRule(
  id: string,
  document: PlanDocument,
  { result }: Reviewed,
  { locale, client }: Services,
): CodeAction | null {
  const own = result.findings.filter(({ rule }) => rule === id);
  const rule = RULES.find((one) => one.id === id);
  if (own.length < 2 || !rule) return null;
  const safe = own.some(({ fixes }) => fixes.some((fix) => isEditFix(fix) && fix.safe));
  // An editor without a preview would apply all of them unseen.
  if (!safe && !client().previews) return null;
  const chosen = chooseFixes(own, (fix) => fix.safe || !safe);
  if (chosen.findings.length < 2) return null;
  const args = { title: rule.title[locale()], count: chosen.findings.length };
  return {
    title: say(safe ? TITLES.allOfRule : TITLES.previewOfRule, locale(), args),
    kind: CodeActionKind.QuickFix,
    edit: safe
      ? changesOf(document.uri, document.version, chosen.edits)
      : toConfirm(document, chosen, rule.title[locale()], locale()),
  };
}

/** A fault of numbering is mended with all others of the document, and with what refers to its numbers. */
function renumberAll(
  found: readonly Finding[],
  document: PlanDocument,
  { plan }: Reviewed,
  locale: Locale,
): readonly CodeAction[] {
  const edits = renumberingEdits(plan);
  if (edits.length === 0) return [];
  return [
    {
      title: say(TITLES.renumber, locale, { count: edits.length }),
      kind: CodeActionKind.QuickFix,
      diagnostics: found.map((finding) => toDiagnostic(finding, document.uri, locale)),
      edit: changesOf(document.uri, document.version, edits),
    },
  ];
}

/** Edits that the editor applies only after each was looked at (LSP 3.16, change annotations). */
function toConfirm(document: PlanDocument, chosen: Chosen, label: string, locale: Locale): WorkspaceEdit {
  const annotations: NonNullable<WorkspaceEdit['changeAnnotations']> = {};
  const edits = chosen.findings.flatMap((finding, index) => {
    const id = `${finding.rule}.${index}`;
    annotations[id] = {
      label,
      description: say(finding.message, locale, finding.args),
      needsConfirmation: true,
    };
    const fix = finding.fixes.find(isEditFix)!;
    return asOne(fix.edits, document.source).map((edit) => ({ ...edit, annotationId: id }));
  });
  return {
    changeAnnotations: annotations,
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }],
  };
}

/** The edits of a fix within one line as a single one, so that the preview has one box to tick for it. */
function asOne(edits: readonly TextEdit[], source: Source): readonly TextEdit[] {
  const { line } = edits[0]!.range.start;
  if (edits.some(({ range: { start, end } }) => start.line !== line || end.line !== line)) return edits;
  const [from, to] = [
    Math.min(...edits.map(({ range }) => range.start.character)),
    Math.max(...edits.map(({ range }) => range.end.character)),
  ];
  const words = lineAt(source, line).slice(from, to);
  const moved = edits.map(({ range: { start, end }, newText }) => ({
    range: range(0, start.character - from, 0, end.character - from),
    newText,
  }));
  return [{ range: range(line, from, line, to), newText: applyEdits(words, moved) }];
}

/** All safe fixes of the document as one action; none where there is nothing to mend. */
export function fixAll(document: PlanDocument, { result }: Reviewed, locale: Locale): readonly CodeAction[] {
  const { edits, findings } = chooseSafeFixes(result.findings);
  if (edits.length === 0) return [];
  return [
    {
      title: say(TITLES.allSafe, locale, { count: findings.length }),
      kind: FIX_ALL,
      edit: changesOf(document.uri, document.version, edits),
    },
  ];
}

/** An edit of one document, refused by the client when it is no longer at `version` (`null`: whatever it is). */
export function changesOf(uri: string, version: number | null, edits: readonly TextEdit[]): WorkspaceEdit {
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits: [...edits] };
  return { documentChanges: [change] };
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
  const { addUnitEdit, addAliasEdit } = await services.environment.loadYamlFiles();
  const edit =
    fix.kind === 'register' ? addUnitEdit(loaded.text, fix.name) : addAliasEdit(loaded.text, fix.entry, fix.name);
  if (!edit) return null;
  const changes = changesOf(uri, openAt(uri, services.documents)?.version ?? null, [edit]);
  if (loaded.uri) return changes;
  return {
    documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, ...(changes.documentChanges ?? [])],
  };
}
