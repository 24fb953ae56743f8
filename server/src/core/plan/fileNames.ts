/** Words in the names of files that are plans, whatever text they are kept in. */
const KINDS = [
  '实施方案',
  '工作方案',
  '行动方案',
  '实施意见',
  '行动计划',
  '任务清单',
  '任务分解',
  '若干措施',
  '分工方案',
  '整改方案',
  '落实方案',
  '工作要点',
  '责任分解',
];

/** The names by which files are plans without being asked; as in package.json, `contributes.languages` (a test compares). */
export const PLAN_PATTERNS: readonly string[] = [
  '*.plan',
  '*.plan.md',
  '*.plan.txt',
  '*.plan.tsv',
  ...KINDS.map((kind) => `*${kind}*.{txt,md,tsv}`),
];

const PLAN_NAME = new RegExp(`\\.plan(?:\\.(?:md|txt|tsv))?$|(?:${KINDS.join('|')})[^/]*\\.(?:txt|md|tsv)$`);

/** Whether the file at an address is a plan by its name. */
export function isPlanName(uri: string): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return PLAN_NAME.test(decodeURIComponent(name));
  } catch {
    return PLAN_NAME.test(name); // A stray % in a name.
  }
}
