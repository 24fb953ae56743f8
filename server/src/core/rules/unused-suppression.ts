import type { Range, TextEdit } from '../text/position';
import { ALL_KINDS, type Fix, type IgnoreUse, type Report, type Rule } from './rule';

const MESSAGES = {
  unused: {
    zh: '“{rule}”在这里没有要抑制的发现：可能已经改好。请去掉，免得以后真有问题时被它盖住。',
    en: '“{rule}” finds nothing here to keep quiet, perhaps because it was mended. Remove it, or it may hide something later.',
  },
  unknown: {
    zh: '没有“{rule}”这条规则，这里什么也没有抑制。规则代号见诊断末尾或规则一览。',
    en: 'There is no rule “{rule}”, so nothing is kept quiet. The id stands behind each finding and in the list of rules.',
  },
  near: {
    zh: '没有“{rule}”这条规则，这里什么也没有抑制。是不是“{near}”？',
    en: 'There is no rule “{rule}”, so nothing is kept quiet. Did you mean “{near}”?',
  },
  nameless: {
    zh: '没有写规则代号，什么也没有抑制。请写明要抑制哪一条规则，或者去掉。',
    en: 'No rule is named, so nothing is kept quiet. Name the rule, or remove the comment.',
  },
  endless: {
    zh: '从这里起的抑制没有结束，一直管到文末。请在适当处写上 <!-- plandoc-ignore-end -->；要管全文的，改用 plandoc-ignore-file。',
    en: 'What begins here never ends and holds to the end of the document. Write <!-- plandoc-ignore-end --> where it should end, or use plandoc-ignore-file for the whole document.',
  },
  startless: {
    zh: '上面没有与它对应的 plandoc-ignore-start。请补上，或者去掉这一句。',
    en: 'No plandoc-ignore-start stands above it. Write one, or remove this.',
  },
  form: {
    zh: '不认识这种写法，什么也没有抑制。可写 plandoc-ignore、plandoc-ignore-start、plandoc-ignore-end、plandoc-ignore-file。',
    en: 'This form is not known, so nothing is kept quiet. Write plandoc-ignore, plandoc-ignore-start, plandoc-ignore-end or plandoc-ignore-file.',
  },
} as const;

const FIXES = {
  remove: { zh: '去掉这条抑制', en: 'Remove this suppression' },
  removeName: { zh: '不再抑制“{rule}”', en: 'No longer suppress “{rule}”' },
  rename: { zh: '改为“{near}”', en: 'Change to “{near}”' },
} as const;

type Name = IgnoreUse['names'][number];

export const rule: Rule = {
  id: 'unused-suppression',
  title: { zh: '抑制批注没有用处', en: 'Suppression that does nothing' },
  topic: 'text',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '核稿的做法：留下的每一处例外都要说得清', en: 'Practice: every exception kept must be accounted for' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  comments: (comments) => comments.flatMap(judge),
};

function judge(comment: IgnoreUse): readonly Report[] {
  const { kind, names, range, partner, removal } = comment;
  const whole = (message: Report['message'], fixes: readonly Fix[]): readonly Report[] => [{ message, range, fixes }];
  if (kind === 'unknown') return whole(MESSAGES.form, []);
  if (kind === 'end') return partner ? [] : whole(MESSAGES.startless, [edit(FIXES.remove, {}, [deletion(removal)])]);
  if (names.length === 0) return whole(MESSAGES.nameless, [removeAll(comment)]);
  const found = names.flatMap((name) => judgeName(name, comment));
  return kind === 'start' && !partner && found.length === 0 ? whole(MESSAGES.endless, []) : found;
}

function judgeName(name: Name, comment: IgnoreUse): readonly Report[] {
  const { id, range, state, near } = name;
  if (state === 'used' || state === 'idle') return [];
  const remove = comment.names.length === 1 ? removeAll(comment) : removeName(name, comment);
  if (state === 'unused') return [{ message: MESSAGES.unused, args: { rule: id }, range, fixes: [remove] }];
  if (near === null) return [{ message: MESSAGES.unknown, args: { rule: id }, range, fixes: [remove] }];
  const rename = edit(FIXES.rename, { near }, [{ range, newText: near }]);
  return [{ message: MESSAGES.near, args: { rule: id, near }, range, fixes: [rename, remove] }];
}

function removeAll({ kind, removal, partner }: IgnoreUse): Fix {
  const both = kind === 'start' && partner ? [deletion(removal), deletion(partner)] : [deletion(removal)];
  return edit(FIXES.remove, {}, both);
}

/** A name goes with the separator that joins it to its neighbour. */
function removeName(name: Name, { names }: IgnoreUse): Fix {
  const at = names.indexOf(name);
  const [before, after] = [names[at - 1], names[at + 1]];
  const range = before
    ? { start: before.range.end, end: name.range.end }
    : { start: name.range.start, end: after!.range.start };
  return edit(FIXES.removeName, { rule: name.id }, [deletion(range)]);
}

const deletion = (range: Range): TextEdit => ({ range, newText: '' });

const edit = (title: Fix['title'], args: Fix['args'], edits: readonly TextEdit[]): Fix => ({
  kind: 'edit',
  title,
  args,
  safe: false,
  edits,
});
