/**
 * Every error and warning the rules give on the further real documents, read one by one as the plan's author would and found
 * to stand: document, line (from 1), level, rule. No text of theirs is kept here.
 */
export const GOLDEN: readonly string[] = [
  '01 24 warning missing-lead',
  '03 2 warning mixed-width-punctuation',
  '03 2 warning addressee-colon',
  '03 3 warning mixed-width-punctuation',
  '06 7 warning missing-lead',
  '18 1 warning missing-lead',
  '18 1 error responsibility-malformed',
  '18 1 error responsibility-malformed',
  '18 1 error responsibility-malformed',
  '18 1 error numbering-duplicate',
  '18 1 error numbering-duplicate',
  '18 1 error responsibility-malformed',
  '18 1 warning collective-only-responsibility',
  '29 13 warning dunhao-between-quotes',
  '33 14 warning dunhao-between-quotes',
  '36 10 warning mixed-width-punctuation',
  '36 10 error responsibility-malformed',
  '36 10 error mixed-width-punctuation',
  '36 10 warning mixed-width-punctuation',
  '36 10 warning mixed-width-punctuation',
  '36 10 warning mixed-width-punctuation',
];
