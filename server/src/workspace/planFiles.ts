/** The names by which files are plans without being asked; as in package.json, `contributes.languages` (a test compares). */
export const PLAN_PATTERNS: readonly string[] = [
  '*.plan',
  '*.plan.md',
  '*.plan.txt',
  '*.plan.tsv',
  '*实施方案*.{txt,md,tsv}',
  '*实施意见*.{txt,md,tsv}',
  '*任务清单*.{txt,md,tsv}',
  '*行动计划*.{txt,md,tsv}',
];

const PLAN_NAME = /\.plan(?:\.(?:md|txt|tsv))?$|(?:实施方案|实施意见|任务清单|行动计划)[^/]*\.(?:txt|md|tsv)$/;

/** Whether the file at an address is a plan by its name. */
export function isPlanName(uri: string): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return PLAN_NAME.test(decodeURIComponent(name));
  } catch {
    return PLAN_NAME.test(name); // A stray % in a name.
  }
}
