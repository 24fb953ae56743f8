import assert from 'node:assert/strict';
import { linksOf } from '../../../server/src/core/features/links';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { readMarks } from '../../support/marks';

/** Checks that exactly the marked places are links, to these targets. */
function checkLinks(marked: string, ...targets: readonly string[]): void {
  const { text, ranges } = readMarks(marked);
  const links = linksOf(readPlan(readText(text)));
  assert.deepEqual(
    links.map(({ range }) => range),
    ranges,
  );
  assert.deepEqual(
    links.map(({ target }) => (target.kind === 'web' ? target.url : `${target.key} ${target.path}`)),
    targets,
  );
}

describe('links', () => {
  it('lead to the files of the front matter, however they are written', () =>
    checkLinks(
      `---
标题: 云溪区实施方案
上位文件: [<|上级/市方案.txt|>, "<|上级/市 清单.tsv|>"]
单位名录: <|../units.yaml|> # 全区共用
---
正文
`,
      'superior 上级/市方案.txt',
      'superior 上级/市 清单.tsv',
      'register ../units.yaml',
    ));

  it('lead to files of a list below its key, and to no other list', () =>
    checkLinks(
      '---\n上位文件:\n  - <|市方案.txt|>\n  - <|省方案.txt|>\n关键词:\n  - 河长\n---\n',
      'superior 市方案.txt',
      'superior 省方案.txt',
    ));

  it('lead to web addresses, without the marks behind them', () =>
    checkLinks(
      '云溪区实施方案\n详见<|https://example.org/a?b=1&c=2#d|>。另见（<|http://example.org/x_(y)|>）和(<|http://example.org/z|>).\n序号\t主要任务\t责任单位\n1\t公开<|https://example.org/t|>\t区水利局\n',
      'https://example.org/a?b=1&c=2#d',
      'http://example.org/x_(y)',
      'http://example.org/z',
      'https://example.org/t',
    ));

  it('are none where nothing leads anywhere', () =>
    checkLinks('---\n上位文件:\n单位名录: \n---\n://《某办法》http://'));
});
