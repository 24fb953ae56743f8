import type { Typo } from '../lexicon/typos';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  right: { zh: '“{wrong}”应为“{right}”。{source}', en: '“{wrong}” should be “{right}”. {source}' },
  choice: { zh: '“{wrong}”疑有误，可改为{right}。{source}', en: '“{wrong}” looks wrong; write {right}. {source}' },
  surplus: { zh: '“{wrong}”疑为多余的字，请核对后删去。', en: '“{wrong}” looks superfluous. Check and delete it.' },
  alone: { zh: '“{wrong}”疑有误，请核对。{source}', en: '“{wrong}” looks wrong. Check it. {source}' },
  replace: { zh: '改为“{right}”', en: 'Change to “{right}”' },
  remove: { zh: '删去“{wrong}”', en: 'Delete “{wrong}”' },
} as const;

/**
 * Wrong characters, words left out and words misused: a dictionary of writings that are wrong wherever they stand or in
 * the surroundings it names (server/src/core/lexicon/typos.tsv), and the organisation's own pairs. Source: article 20(4)
 * of the regulations on official documents asks that characters be right.
 */
export const rule: Rule = {
  id: 'typo',
  title: { zh: '错别字、漏字、用词', en: 'Wrong or missing characters' },
  topic: 'text',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：文字准确',
    en: 'article 20(4) of the regulations on official documents',
  },
  fixable: 'safe',
  kinds: ALL_KINDS,
  inWords({ text }, { lexicon }) {
    const typos = lexicon.typos(text);
    return typos.length > 0 ? typos.map((typo) => hitOf(typo, text)) : NOTHING;
  },
};

function hitOf(typo: Typo, text: string): Hit {
  const { from, to, right, level, safe } = typo;
  const wrong = text.slice(from, to);
  const source = typo.source === '' ? '' : `依据：${typo.source}。`;
  const [only, ...others] = right;
  const message =
    only === undefined
      ? MESSAGES.alone
      : only === ''
        ? MESSAGES.surplus
        : others.length > 0
          ? MESSAGES.choice
          : MESSAGES.right;
  return {
    message,
    args: { wrong, right: others.length > 0 ? right.map((word) => `“${word}”`).join('或') : (only ?? ''), source },
    from,
    to,
    ...(level && { severity: level }),
    fixes: right.map((word) => ({
      title: word === '' ? MESSAGES.remove : MESSAGES.replace,
      args: { wrong, right: word },
      safe,
      edits: [{ from, to, newText: word }],
    })),
  };
}
