import { ALL_KINDS, type Fix, type IgnoreUse, type Report, type Rule } from './rule';
import { REASON_TO_COME } from './suppressionFix';

const MESSAGES = {
  missing: {
    zh: '抑制没有写理由。请在规则代号后面加冒号，写明为什么保留，核稿的人才看得懂。',
    en: 'No reason is given. Write a colon behind the rule and say why this is kept, so that the next reader understands.',
  },
  toCome: {
    zh: '理由还没有写。请写明为什么保留。',
    en: 'The reason is still to be written. Say why this is kept.',
  },
} as const;

const FIX = { zh: '留出写理由的地方', en: 'Make room for the reason' } as const;

export const rule: Rule = {
  id: 'suppression-without-reason',
  title: { zh: '抑制没有写理由', en: 'Suppression without a reason' },
  topic: 'text',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '核稿的做法：留下的每一处例外都要说得清', en: 'Practice: every exception kept must be accounted for' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  comments: (comments) => comments.flatMap(judge),
};

function judge({ kind, names, reason, reasonPlace, hasColon, range }: IgnoreUse): readonly Report[] {
  // The reason of a region stands at its start; what names no rule keeps nothing quiet that would want one.
  if (kind === 'end' || kind === 'unknown' || names.length === 0) return [];
  if (reason === REASON_TO_COME) return [{ message: MESSAGES.toCome, range }];
  if (reason !== '') return [];
  const newText = hasColon ? REASON_TO_COME : `：${REASON_TO_COME}`;
  const edits = [{ range: { start: reasonPlace, end: reasonPlace }, newText }];
  const fix: Fix = { kind: 'edit', title: FIX, args: {}, safe: false, edits };
  return [{ message: MESSAGES.missing, range, fixes: [fix] }];
}
