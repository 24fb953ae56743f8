import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix as SarifFix, Log, Notification, Region, ReportingDescriptor, Result } from 'sarif';
import { isEditFix } from '../../core/rules/fixAll';
import type { Finding, Rule, Severity } from '../../core/rules/rule';
import { lineAt } from '../../core/syntax/source';
import { say, type Locale } from '../../core/text/locale';
import { encodeName } from '../../core/text/percent';
import type { Range } from '../../core/text/position';
import type { FileReport } from '../report';

const LEVELS: Readonly<Record<Severity | 'off', 'error' | 'warning' | 'note' | 'none'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
};

/** What a run consisted of. */
export interface SarifRun {
  readonly reports: readonly FileReport[];
  readonly rules: readonly Rule[];
  /** Sentences about files that could not be read. */
  readonly failures: readonly string[];
  readonly version: string;
  readonly locale: Locale;
  readonly cwd: string;
}

/**
 * The findings of a run as a SARIF log (OASIS SARIF 2.1.0): every rule with its page, every finding with a fingerprint that
 * outlives edits elsewhere, and its fixes.
 */
export function toSarif({ reports, rules, failures, version, locale, cwd }: SarifRun): Log {
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const notifications = [
    ...failures.map((text): Notification => ({ level: 'error', message: { text } })),
    ...reports.flatMap(({ file, faults }) =>
      faults.map(({ rule, error }): Notification => ({
        level: 'error',
        message: { text: error instanceof Error ? error.message : String(error) },
        associatedRule: { id: rule },
        locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
      })),
    ),
  ];
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plandoc',
            version,
            semanticVersion: version,
            language: locale === 'zh' ? 'zh-CN' : 'en',
            rules: rules.map((rule) => describe(rule, locale)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, '')}/` } },
        invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
        results: reports.flatMap((report) => resultsOf(report, index, locale)),
      },
    ],
  };
}

function describe(rule: Rule, locale: Locale): ReportingDescriptor {
  const page = pageOf(rule.id);
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title[locale] },
    fullDescription: { text: `${rule.title[locale]}。${rule.basis[locale]}（${rule.strength}）` },
    help: { text: `${rule.title[locale]}：${rule.basis[locale]}（${rule.strength}）`, ...(page && { markdown: page }) },
    defaultConfiguration: { enabled: rule.severity !== 'off', level: LEVELS[rule.severity] },
    properties: { tags: [rule.topic], strength: rule.strength },
  };
}

/** The rule's page, where the program stands in the project; a copy of the program alone goes without. */
function pageOf(id: string): string | null {
  try {
    return readFileSync(join(__dirname, '..', 'docs', 'rules', `${id}.md`), 'utf8');
  } catch {
    return null;
  }
}

/** A path relative to the working folder, percent-encoded as a URI has to be; an absolute one becomes a `file:` URI. */
function artifact(file: string): ArtifactLocation {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(file)) return { uri: pathToFileURL(file).href };
  const path = file.replace(/\\/g, '/').replace(/^\.\//, '');
  return { uri: path.split('/').map(encodeName).join('/'), uriBaseId: 'ROOT' };
}

function region({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function resultsOf(report: FileReport, index: ReadonlyMap<string, number>, locale: Locale): Result[] {
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const at = index.get(finding.rule);
    const key = fingerprint(finding, report);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return {
      ruleId: finding.rule,
      ...(at !== undefined && { ruleIndex: at }),
      level: LEVELS[finding.severity] as 'error' | 'warning' | 'note',
      message: { text: say(finding.message, locale, finding.args) },
      locations: [{ physicalLocation: { artifactLocation: artifact(report.file), region: region(finding.range) } }],
      ...(finding.related.length > 0 && {
        relatedLocations: finding.related.map(({ message, args, range }, id) => ({
          id,
          message: { text: say(message, locale, args) },
          physicalLocation: { artifactLocation: artifact(report.file), region: region(range) },
        })),
      }),
      partialFingerprints: { 'plandocFinding/v1': `${key}:${count}` },
      ...(finding.fixes.some(isEditFix) && { fixes: fixesOf(finding, report.file, locale) }),
    };
  });
}

function fixesOf(finding: Finding, file: string, locale: Locale): SarifFix[] {
  return finding.fixes.filter(isEditFix).map((fix) => ({
    description: { text: say(fix.title, locale, fix.args) },
    artifactChanges: [
      {
        artifactLocation: artifact(file),
        replacements: fix.edits.map(({ range, newText }) => ({
          deletedRegion: region(range),
          insertedContent: { text: newText },
        })),
      },
    ],
  }));
}

/** What makes a finding the same after edits elsewhere: rule and line, without white space. */
function fingerprint({ rule, range }: Finding, { plan }: FileReport): string {
  const words = lineAt(plan.source, range.start.line).replace(/\s+/g, '');
  return createHash('sha256').update(`${rule}\n${words}`).digest('hex').slice(0, 32);
}
