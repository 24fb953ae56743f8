import assert from 'node:assert/strict';
import { readMarks } from '../../../support/marks';
import { createRandom } from '../../../support/random';
import { typeKey } from './checkTyping';

/** Typing `keys` one after the other at `$0` of `before` gives `after`, with the caret at its `$0`. */
function checkTyped(before: string, keys: string, after: string): void {
  let marked = before;
  for (const key of keys) {
    const { text, caret } = typeKey(marked, key);
    const lines = text.split('\n');
    lines[caret.line] = `${lines[caret.line]!.slice(0, caret.character)}$0${lines[caret.line]!.slice(caret.character)}`;
    marked = lines.join('\n');
  }
  const wanted = readMarks(after);
  assert.equal(readMarks(marked).text, wanted.text);
  if (after.includes('$0')) assert.deepEqual(readMarks(marked).caret, wanted.caret);
}

/** Nothing follows of these keys. */
function checkPlain(before: string, keys: string): void {
  checkTyped(before, keys, before.replace('$0', `${keys}$0`));
}

const HEAD = '云溪区实施方案\n一、任务\n';
const prose = (before: string, keys: string, after: string): void =>
  checkTyped(`${HEAD}${before}`, keys, `${HEAD}${after}`);
const plain = (before: string, keys: string): void => checkPlain(`${HEAD}${before}`, keys);

describe('中文标点 full-width marks while typing', () => {
  it('marks behind Chinese become full-width', () => {
    prose('（一）健全机制$0\n', ',', '（一）健全机制，$0\n');
    prose('（一）健全机制$0推行承诺。\n', ';', '（一）健全机制；$0推行承诺。\n');
    prose('目标$0\n', ':', '目标：$0\n');
    prose('（一）推行“一网通办”$0\n', ',', '（一）推行“一网通办”，$0\n');
    prose('（一）怎样办$0\n', '?', '（一）怎样办？$0\n');
    prose('## **目标**$0\n', ':', '## **目标**：$0\n');
  });

  it('in the cells of tables too', () => {
    checkTyped(
      '云溪区任务清单\n序号\t主要任务\t牵头单位\n1\t建立台账$0\t区司法局\n',
      ',',
      '云溪区任务清单\n序号\t主要任务\t牵头单位\n1\t建立台账，$0\t区司法局\n',
    );
    checkTyped(
      '云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 建立台账$0 | 区司法局 |\n',
      ';',
      '云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 建立台账；$0 | 区司法局 |\n',
    );
  });

  it('in a document on one line, and in a damaged one', () => {
    checkTyped(
      '云溪区实施方案 一、任务 （一）健全机制$0 （二）公开。',
      ',',
      '云溪区实施方案 一、任务 （一）健全机制，$0 （二）公开。',
    );
    checkTyped('（（一）健全机制$0', ',', '（（一）健全机制，$0');
  });

  it('not behind figures, Latin text, addresses and marks', () => {
    plain('（一）受理12$0\n', ',');
    plain('（一）使用Open Source$0\n', ',');
    plain('（一）见https://example.org/a$0\n', '?');
    plain('（一）甲，$0\n', ',');
    plain('$0\n', ',');
    plain('（一）9$0\n', ':');
  });

  it('not in front matter, comments, code and signs of Markdown', () => {
    checkPlain('---\n标题$0\n---\n一、任务\n', ':');
    plain('<!-- 待定$0 -->\n', ',');
    plain('（一）甲。<!-- 待定$0\n', ',');
    plain('（一）运行`命令$0`\n', ',');
    plain('（一）[说明]$0\n', '(');
  });

  describe('括号 brackets', () => {
    it('open, and leave the partner an editor put behind them to be typed over', () => {
      prose('（一）推行承诺$0。\n', '(', '（一）推行承诺（$0。\n');
      prose('（一）推行承诺$0)。\n', '(', '（一）推行承诺（$0)。\n');
    });

    it('close as they were opened, whatever stands before', () => {
      prose('（一）承诺（2021$0\n', ')', '（一）承诺（2021）$0\n');
      plain('（一）承诺 (Version 2$0\n', ')');
      plain('1$0\n', ')');
    });
  });

  it('quotation marks open and close by turns', () => {
    prose('（一）推行$0\n', '"', '（一）推行“$0\n');
    prose('（一）推行“一网通办$0\n', '"', '（一）推行“一网通办”$0\n');
    prose('（一）推广“PPP$0\n', '"', '（一）推广“PPP”$0\n');
    plain('（一）推行"一网通办$0\n', '"');
    plain('（一）屏幕65$0\n', '"');
  });

  it('dots and hyphens become the marks they stand for', () => {
    prose('（一）健全机制$0\n', '...', '（一）健全机制……$0\n');
    prose('（一）健全机制$0\n', '--', '（一）健全机制——$0\n');
    plain('（一）2021年$0\n', '--');
    plain('$0\n', '---');
    plain('（一）v1$0\n', '...');
  });

  it('the year of a document number gets its own brackets', () => {
    prose('（一）落实云政发[2022$0\n', ']', '（一）落实云政发〔2022〕$0\n');
    plain('（一）见图[2022$0\n', ']');
    plain('（一）落实云政发[甲$0\n', ']');
  });
});

describe('任意文本 any text', () => {
  it('takes any key anywhere without a fault, and only marks change', () => {
    const random = createRandom();
    console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`);
    const alphabet = '一二区局年12aB（）()〔[]“”"、，。,;:?!.-*`|\t\n %';
    for (let run = 0; run < 3000; run++) {
      let text = '';
      for (let n = random.below(40); n > 0; n--) text += alphabet[random.below(alphabet.length)]!;
      const at = random.below(text.length + 1);
      const key = random.pick([',', ';', ':', '?', '!', '(', ')', '"', '.', '-', ']']);
      const typed = typeKey(`${text.slice(0, at)}$0${text.slice(at)}`, key);
      const words = (one: string): string => one.replace(/[^\p{L}\p{N}\n\t|]/gu, '');
      assert.equal(words(typed.text), words(text), JSON.stringify([text, at, key]));
    }
  });
});
