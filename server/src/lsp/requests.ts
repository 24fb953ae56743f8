import { layoutWith } from '../core/plan/layout';
import { createBaselineFilter } from '../core/rules/baseline';
import { createChecker } from '../core/rules/check';
import { RULES } from '../core/rules/index';
import { readPlan } from '../core/plan/plan';
import { readText } from '../core/syntax/source';
import {
  CHECK_TEXT,
  EXPORT,
  REVIEW_SHEET,
  type CheckTextParams,
  type CheckTextResult,
  type ExportParams,
  type ExportResult,
  type ReviewSheetParams,
  type ReviewSheetResult,
} from '../protocol';
import { knownIn } from './configs';
import { toDiagnostic } from './convert';
import type { Services } from './services';

/** What the client asks for on a command: the review sheet of an open plan, the findings of a file that is not open. */
export function registerRequests(services: Services): void {
  const { connection, documents, environment, locale } = services;
  connection.onRequest(REVIEW_SHEET, async ({ uri, name, format }: ReviewSheetParams): Promise<ReviewSheetResult> => {
    const document = documents.get(uri);
    if (document?.type !== 'plan') throw new Error(`not an open plan: ${uri}`);
    const { plan, result } = await services.review(document);
    const { sheetOf, writeSheets } = await environment.loadSheet();
    const sheet = sheetOf({ file: name, plan, findings: result.findings, rules: RULES, locale: locale() });
    return { base64: toBase64(writeSheets([sheet], format, locale())), count: result.findings.length };
  });
  connection.onRequest(
    EXPORT,
    async ({ uri, name, format, unit = null, table = false }: ExportParams): Promise<ExportResult> => {
      const document = documents.get(uri);
      if (document?.type !== 'plan') throw new Error(`not an open plan: ${uri}`);
      const { plan } = await services.review(document);
      const { EXPORT_FORMATS, exportPlan } = await environment.loadExport();
      const known = EXPORT_FORMATS.find((one) => one === format);
      if (!known) throw new Error(`no such format: ${format}`);
      const layout = layoutWith((await services.settings(uri)).config?.file.layout ?? {});
      const request = { plan, file: name, format: known, locale: locale(), columns: null, unit, table, layout };
      const { bytes, remarks } = exportPlan(request);
      return { base64: toBase64(bytes), remarks };
    },
  );
  connection.onRequest(CHECK_TEXT, async ({ uri, text }: CheckTextParams): Promise<CheckTextResult> => {
    try {
      const settings = await services.settings(uri);
      const plan = readPlan(readText(text), { period: settings.period });
      const { register } = await services.register(uri, plan, settings);
      const result = createChecker(RULES)(plan, register, settings.review, await services.superiors(uri, plan));
      const findings = createBaselineFilter().unknown(result.findings, plan, knownIn(settings.config, uri));
      return { diagnostics: findings.map((finding) => toDiagnostic(finding, uri, locale())) };
    } finally {
      // Thousands of files may be asked for, and none of them will ever be closed.
      if (!documents.get(uri)) services.forget(uri);
    }
  });
}

const CHUNK = 0x8000;

/** Bytes as base64; `btoa` is in every host, `Buffer` only in Node. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
