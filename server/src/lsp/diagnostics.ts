import {
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../core/rules/rule';
import { titlePlace } from '../core/rules/titlePlace';
import { say } from '../core/text/locale';
import type { OtherDocument, PlanDocument } from './documents';
import { toDiagnostic } from './convert';
import { logFault } from './guard';
import { isConfigFile } from './configs';
import type { FileProblem } from '../core/rules/project';
import { isRegisterFile } from './registers';
import type { Services } from './services';
import type { Reviewed } from './sessions';

/** How findings reach the editor. */
export interface Diagnostics {
  /** The document changed, was opened or saved. */
  changed(uri: string, reason: 'content' | 'saved' | 'surroundings'): void;
  closed(uri: string): void;
}

/**
 * The client asks for findings (`textDocument/diagnostic`, LSP 3.17). While it asks nothing is sent by ourselves: a
 * document must not have its findings twice.
 */
export function registerPull(services: Services): Diagnostics {
  const { connection, documents } = services;
  const saved = new Map<string, { readonly id: string; readonly items: Diagnostic[] }>();
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const document = documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    // An empty or an old answer would wipe the squiggles; this one makes the client ask again.
    if (token.isCancellationRequested) return retry();
    try {
      const settings = await services.settings(uri);
      const old = saved.get(uri);
      if (settings.run === 'onSave' && old) return report(old.id, previousResultId, () => old.items);
      const id = await resultId(services, document);
      const answer = report(id, previousResultId, await itemsFor(services, document));
      // A document that was closed meanwhile is not kept.
      if (settings.run === 'onSave' && answer.kind === 'full' && documents.get(uri))
        saved.set(uri, { id, items: answer.items });
      return answer;
    } catch (error) {
      // Asking again would fail again, without end.
      logFault(connection, 'diagnostic', uri, error);
      return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    }
  });
  return {
    changed(uri, reason) {
      const held = reason !== 'content' && saved.delete(uri);
      // After a save clients do not ask by themselves; what was held back for it is asked for now.
      if (reason === 'surroundings' || held) connection.languages.diagnostics.refresh().catch(() => undefined);
    },
    closed: (uri) => void saved.delete(uri),
  };
}

function retry(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'superseded', { retriggerRequest: true });
}

function report(id: string, previous: string | undefined, items: () => Diagnostic[]): DocumentDiagnosticReport {
  return id === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
    : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: items() };
}

const generations = new WeakMap<object, number>();
let generation = 0;

/** Tells two states of the surroundings apart without comparing them. */
function numberOf(thing: object): number {
  const known = generations.get(thing) ?? ++generation;
  generations.set(thing, known);
  return known;
}

async function resultId(services: Services, document: PlanDocument | OtherDocument): Promise<string> {
  if (document.type === 'other') {
    const config = isConfigFile(document.uri) ? await services.configs.load(document.uri) : null;
    return config ? `${document.version}.${numberOf(config)}` : `${document.version}`;
  }
  const reviewed = await services.review(document);
  const caret = services.caret.generation(document.uri);
  const around = [reviewed.loaded, reviewed.settings, reviewed.superiors].map(numberOf);
  return [document.version, ...around, caret].join('.');
}

async function itemsFor(services: Services, document: PlanDocument | OtherDocument): Promise<() => Diagnostic[]> {
  if (document.type === 'other') {
    const { uri } = document;
    if (isConfigFile(uri)) {
      const config = await services.configs.load(uri);
      return () => (config?.uri === uri ? fileItems(config.problems, 'plandoc-file', services) : []);
    }
    if (!judgesFile(uri, services)) return () => [];
    const { problems } = await services.registers.load(uri, { instead: [[uri]] });
    return () => fileItems(problems, 'units-file', services);
  }
  const reviewed = await services.review(document);
  return () => planItems(reviewed, document, services);
}

/** A finding that stayed as it was is the same object, and need not be put into words again. */
const worded = new WeakMap<Finding, Diagnostic>();

/** More findings than anybody reads, and enough to slow each keystroke by their mere sending. */
const MAX_SHOWN = 1000;
const MORE = {
  zh: '另有 {count} 条发现没有显示。先处理已显示的，或用命令行 plandoc check 查看全部。',
  en: '{count} more findings are not shown. Deal with these first, or see all with plandoc check.',
} as const;

function planItems({ plan, result }: Reviewed, document: PlanDocument, services: Services): Diagnostic[] {
  const { uri } = document;
  const findings = services.caret.visible(document, result.findings);
  const shown = findings.length > MAX_SHOWN ? gravest(findings) : findings;
  const items = shown.map((finding) => {
    const diagnostic = worded.get(finding) ?? toDiagnostic(finding, uri, services.locale());
    worded.set(finding, diagnostic);
    return diagnostic;
  });
  if (shown === findings) return items;
  const message = say(MORE, services.locale(), { count: findings.length - shown.length });
  const more = { range: titlePlace(plan), severity: DiagnosticSeverity.Information, source: 'plandoc', message };
  return [...items, more];
}

/** The gravest findings, as many as are shown, in order of place. */
function gravest(findings: readonly Finding[]): readonly Finding[] {
  const shown = new Set<Finding>();
  for (const severity of ['error', 'warning', 'info', 'hint'] as const) {
    for (const finding of findings) {
      if (shown.size >= MAX_SHOWN) break;
      if (finding.severity === severity) shown.add(finding);
    }
  }
  return findings.filter((finding) => shown.has(finding));
}

/** Whether there may be something to say of a file that is no plan. */
function judgesFile(uri: string, { registers }: Services): boolean {
  return isConfigFile(uri) || isRegisterFile(uri) || registers.uses(uri);
}

function fileItems(problems: readonly FileProblem[], code: string, services: Services): Diagnostic[] {
  return problems.map(({ range, message, severity }) => ({
    range,
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'plandoc',
    code,
    message: message[services.locale()],
  }));
}

/** For clients that cannot ask: findings are sent after each change, with the version they belong to. */
export function registerPush(services: Services): Diagnostics {
  const { connection, documents } = services;
  const send = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (!document || (document.type === 'other' && !judgesFile(uri, services))) return;
    const items = await itemsFor(services, document);
    // Something newer is on its way already; its findings will follow.
    if (documents.get(uri) !== document) return;
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: items() });
  };
  // A document's first findings come when it is opened, whatever the settings say of later ones.
  const told = new Set<string>();
  return {
    changed(uri, reason) {
      services
        .settings(uri)
        .then((settings) => {
          if (settings.run === 'onSave' && reason === 'content' && told.has(uri)) return undefined;
          told.add(uri);
          return send(uri);
        })
        .catch((error: unknown) => logFault(connection, 'publishDiagnostics', uri, error));
    },
    closed(uri) {
      told.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
