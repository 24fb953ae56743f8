import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  FoldingRangeKind,
  InsertTextFormat,
  SymbolKind,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
} from 'vscode-languageserver';
import type { Proposal } from '../core/features/completion';
import type { Fold } from '../core/features/folding';
import type { OutlineNode } from '../core/plan/outline';
import type { Finding, Severity } from '../core/rules/rule';
import { say, type Locale } from '../core/text/locale';
import { KIND_NAMES } from '../core/units/kinds';

export { CodeActionKind };

export const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(finding: Finding, uri: string, locale: Locale): Diagnostic {
  const { related } = finding;
  return {
    range: finding.range,
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: 'plandoc',
    message: say(finding.message, locale, finding.args),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ message, args, range }) => ({
        location: { uri, range },
        message: say(message, locale, args),
      })),
    }),
  };
}

/** The outline as document symbols: sections as namespaces, measures with children as classes, tasks as methods. */
export function toSymbol(node: OutlineNode): DocumentSymbol {
  const kind = node.kind === 'task' ? SymbolKind.Method : node.level === 1 ? SymbolKind.Namespace : SymbolKind.Class;
  const number =
    node.number === null ? '' : /^[一二三四五六七八九十百]+$/.test(node.number) ? `${node.number}、` : node.number;
  const gap = /\d$/.test(number) ? ' ' : '';
  return {
    name: `${number}${gap}${node.title}` || '—',
    detail: node.units.join('、'),
    kind,
    range: node.range,
    selectionRange: node.selection,
    children: node.children.map(toSymbol),
  };
}

export function toFoldingRange({ startLine, endLine, kind }: Fold): FoldingRange {
  if (kind === 'section') return { startLine, endLine };
  return { startLine, endLine, kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region };
}

export function toCompletionItem(proposal: Proposal, index: number, locale: Locale): CompletionItem {
  const { label, kind, insert, snippet, range, unitKind, fullName, used } = proposal;
  const detail = unitKind ? KIND_NAMES[unitKind][locale] : undefined;
  return {
    label,
    kind: kind === 'annotation' ? CompletionItemKind.Snippet : CompletionItemKind.Value,
    ...(detail && { detail: used > 0 ? `${detail} · ${used}` : detail }),
    ...(fullName && fullName !== label && { documentation: fullName }),
    sortText: String(index).padStart(4, '0'),
    // The editor filters by what stands in the range; the server has chosen already, and 司法 must keep 区司法局.
    filterText: kind === 'annotation' ? `（${label}` : label,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: insert },
  };
}
