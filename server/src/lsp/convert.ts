import {
  CodeActionKind,
  DiagnosticSeverity,
  FoldingRangeKind,
  SymbolKind,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
} from 'vscode-languageserver';
import type { Fold } from '../core/features/folding';
import type { OutlineNode } from '../core/plan/outline';
import type { Finding, Severity } from '../core/rules/rule';
import { say, type Locale } from '../core/text/locale';

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
