import assert from 'node:assert/strict';
import { htmlToPlan, importClipboard, importFile, type Imported } from '../../../server/src/exchange/import';
import { toGb18030 } from '../../cli/program';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const kinds = ({ notes }: Imported): Record<string, number> =>
  Object.fromEntries(notes.map(({ kind, count }) => [kind, count]));

/** What a person copied becomes `expected`; tabs are written as →. */
function checkClipboard(html: string, expected: readonly string[]): Imported {
  const imported = htmlToPlan(html, 'clipboard');
  assert.deepEqual(imported.text.replaceAll('\t', '→').trimEnd().split('\n'), expected);
  return imported;
}

const PAGE = `<!DOCTYPE html><html><head><meta charset="CHARSET"><title>某方案_云溪区人民政府</title>
<meta name="ArticleTitle" content="云溪区基层应急能力提升实施方案（2022—2025年）"><script>document.write('坏')</script></head><body>
<ul><li><a href="/">首页</a></li><li><a href="/x">政务公开</a></li></ul>
<table><tr><td>索 引 号：</td><td>YX01-2022</td><td>发布机构：</td><td>云溪区人民政府办公室</td></tr>
<tr><td>文　　号：</td><td>云政办发〔2022〕19号</td><td>发文日期：</td><td>2022年5月6日</td></tr></table>
<h1>云溪区基层应急能力提升<br>实施方案（2022—2025年）</h1><p>信息来源：区政府办 发布时间：2022-05-18 浏览次数：7</p>
<div class="TRS_Editor"><p style="text-indent:2em">&nbsp;&nbsp;&nbsp;&nbsp;为健全镇街、村社区应急管理
体系，提高风险防范和先期处置能力，结合我区实际，制定本方案。</p><p>　　一、总体要求</p>
<p>（一）坚持人民至上、<b>生命至上</b>。<br>　　（二）到2023年底，体系健全。</p>
<p><a href="a.docx">附件：任务清单.docx</a></p><p style="display:none">旧稿</p><img src="章.png" width="300"></div>
<div>分享到：<a>微信</a></div><div>版权所有：云溪区人民政府</div></body></html>`;

const ARTICLE = [
  '---',
  '文号: 云政办发〔2022〕19号',
  '发文机关: 云溪区人民政府办公室',
  '成文日期: 2022-05-06',
  '---',
  '云溪区基层应急能力提升实施方案（2022—2025年）',
  '为健全镇街、村社区应急管理体系，提高风险防范和先期处置能力，结合我区实际，制定本方案。',
  '一、总体要求',
  '（一）坚持人民至上、生命至上。',
  '（二）到2023年底，体系健全。',
  '附件：任务清单.docx',
  '',
].join('\n');

describe('导入网页 import of web pages', () => {
  it('takes the document, keeps number, body and date, and tells what was set aside', async () => {
    const page = await importFile(bytes(PAGE.replace('CHARSET', 'utf-8')), { name: '方案.html' });
    assert.equal(page.text, ARTICLE);
    assert.deepEqual(kinds(page), { hidden: 1, image: 1, furniture: 4, metadata: 4 });
  });

  it('what LibreOffice saves: lines broken at spaces, page numbers among the text, tables in wrappers', async () => {
    const page = await importFile(
      bytes(`<html><head><meta name="generator" content="LibreOffice 7.4"/></head><body><p>云溪区重点任务清单</p><center>
<table><tr><td>序号</td><td>主要任务</td><td>牵头单位</td></tr><tr><td>1</td><td>${'办好一件事。'.repeat(9)}</td><td>区财政局
		区民政局</td></tr></table></center><div title="header"><p>内部资料</p></div><div title="footer"><p>— <sdfield type=PAGE>3</sdfield> —</p></div></body></html>`),
      { name: 'a.html' },
    );
    assert.equal(
      page.text,
      `云溪区重点任务清单\n\n序号\t主要任务\t牵头单位\n1\t${'办好一件事。'.repeat(9)}\t区财政局 区民政局\n`,
    );
    assert.deepEqual(kinds(page), { header: 1 });
  });

  it('changes, comments and footnotes of a page that Word saved', () => {
    const mark = (at: string): string => `<a style='mso-footnote-id:ftn1' href="#${at}"><span>[1]</span></a>`;
    const page = htmlToPlan(
      `<body><div class=WordSection1><p>${'到2023年6月底前完成全区河道排查。'.repeat(3)}<del>旧</del><ins>新</ins>稿<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[李1]</a></span>${mark('_ftn1')}</p></div>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>${mark('_ftnref1')} 见县志</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>再核</p></div></div></body>`,
      'page',
    );
    assert.equal(page.text, `${'到2023年6月底前完成全区河道排查。'.repeat(3)}新稿[注1]\n[注1] 见县志\n`);
    assert.deepEqual(
      page.notes.map(({ kind, places }) => [kind, ...places]),
      [
        ['changesAccepted', '旧'],
        ['note', '[1] 见县志'],
        ['comment', '再核'],
      ],
    );
  });

  it('a row of links above the text is no part of it, whatever stands between the links', () => {
    const words = '到2023年6月底前，完成全区农村河道排查，建立问题台账。';
    const page = htmlToPlan(
      `<body><center><a href="/">首页</a> | <a>政务公开</a> &gt; <a>文件</a></center><font>${words}<br>${words}</font></body>`,
      'page',
    );
    assert.equal(page.text, `${words}\n${words}\n`);
    assert.deepEqual(kinds(page), { furniture: 1 });
  });

  it('what stands round a document is told from it by its name, data of a page also as a list', () => {
    const page = htmlToPlan(
      `<body><ul><li><label>文　　号：</label>云政办发〔2023〕9号</li></ul><div><div class="doc"><div>${'各镇要落实河道管护责任。'.repeat(9)}</div><div>一、排查整治</div></div>
<div class="xgwd"><a>《云溪区河道管护方案》政策解读</a></div><div class="page-footer"><p>主办：云溪区人民政府　承办：云溪区人民政府办公室</p></div></div></body>`,
      'page',
    );
    assert.equal(
      page.text,
      `---\n文号: 云政办发〔2023〕9号\n---\n${'各镇要落实河道管护责任。'.repeat(9)}\n一、排查整治\n`,
    );
    assert.deepEqual(kinds(page), { furniture: 2 });
  });

  it('reads what the page says of its encoding, and what it is when that is wrong', async () => {
    for (const charset of ['gb2312', 'utf-8', 'no-such-thing']) {
      const page = await importFile(toGb18030(PAGE.replace('CHARSET', charset)), { name: 'a.htm' });
      assert.equal(page.text, ARTICLE, charset);
      assert.deepEqual(page.notes.find(({ kind }) => kind === 'encoding')?.places, [
        charset === 'gb2312' ? 'GBK' : 'GB18030',
      ]);
    }
  });

  it('a table may merge in both directions, leave tags open and have two rows of heads', () => {
    const imported = checkClipboard(
      `<table><thead><tr><th rowspan=2>序号</th><th rowspan=2>主要任务</th><th colspan=2>责任单位</th><th rowspan=2>完成<br>时限</th></tr>
      <tr><th>牵头单位</th><th>配合单位</th></tr></thead>
      <tr><td>1<td>建立清单<td rowspan=2>区应急局<td>区财政局<br>区民政局<td rowspan=2>2022年底前
      <tr><td>2<td>推进整治<td>区住建局
      <tr><td>序号<td>主要任务<td colspan=2>责任单位<td>完成时限
      <tr><td colspan=5>二、其他</td></tr><tr><td>3</td><td>办"好"</td><td>区教育局</td><td></td><td>2023年</td></tr></table>`,
      [
        '序号→主要任务→责任单位→→完成时限',
        '→→牵头单位→配合单位→',
        '1→建立清单→区应急局→"区财政局',
        '区民政局"→2022年底前',
        '2→推进整治→区应急局→区住建局→2022年底前',
        '二、其他',
        '3→办"好"→区教育局→→2023年',
      ],
    );
    assert.deepEqual(kinds(imported), { mergedFilled: 2, repeatedHead: 1 });
  });

  it('numbers of lists are text', () => {
    checkClipboard('<ol start=3><li>甲</li><li>乙<ul><li>丙</li></ul></li></ol><ol type=a><li>丁</ol>', [
      '3.甲',
      '4.乙',
      '丙',
      'a.丁',
    ]);
    checkClipboard('<ol><li>一、已有编号</li></ol>', ['一、已有编号']);
  });

  it('Word and WPS put numbers in spans that they ignore themselves', () => {
    checkClipboard(
      `<html xmlns:o="o"><style>p.MsoNormal{}</style><!--[if gte mso 9]><xml><w:View>1</w:View></xml><![endif]--><body>前<!--StartFragment-->
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp; </span></span><![endif]>总体要求<o:p></o:p></p>
      <p style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span style='mso-list:Ignore'>第一章<span>&nbsp; </span></span><!--[endif]-->总则<span
      lang=EN-US>2023</span>年</p><p><o:p>&nbsp;</o:p></p><!--EndFragment-->后</body></html>`,
      ['一、总体要求', '第一章 总则2023年'],
    );
  });

  it('Excel marks the rows and leaves their table outside', () => {
    checkClipboard(
      `<table><!--StartFragment--> <col width=72 span=3><tr><td>序号</td><td>主要任务</td><td>牵头单位</td></tr>
      <tr><td>1</td><td>做好某事<br>\n    并推进</td><td>区司法局</td></tr><!--EndFragment--></table>`,
      ['序号→主要任务→牵头单位', '1→"做好某事', '并推进"→区司法局'],
    );
  });

  it('tables that only place things are no tables', () => {
    checkClipboard('<table><tr><td><p>一、甲</p><p>乙。</p></td></tr></table>', ['一、甲', '乙。']);
    checkClipboard(
      '<table><tr><td>左</td><td><table><tr><td>a</td><td>b</td><td>c</td></tr></table></td></tr></table>',
      ['左', '', 'a→b→c'],
    );
  });

  it('a clipboard without HTML, or with HTML that holds nothing, gives its plain text', () => {
    assert.equal(importClipboard({ text: 'a\tb\r\nc\f丁\u0007' }).text, 'a\tb\nc\n丁\n');
    assert.equal(importClipboard({ html: '<meta charset=utf-8>', text: '甲' }).text, '甲\n');
    assert.equal(importClipboard({}).text, '');
  });

  it('pages made to do harm are read or refused in little time', async () => {
    const deep = `${'<div>'.repeat(3000)}深处${'</div>'.repeat(3000)}`;
    assert.equal(htmlToPlan(deep, 'clipboard').text, '深处\n');
    await assert.rejects(importFile(bytes(`<html>${'<b>'.repeat(100_000)}x`), { name: 'a.html' }), /nested deeper/);
    const spans = `<table>${'<tr><td rowspan=0 colspan=1000>x</td><td>y</td></tr>'.repeat(3000)}</table>`;
    await assert.rejects(importFile(bytes(`<html>${spans}`), { name: 'a.html' }), /cells/);
    assert.equal(
      htmlToPlan('<p onclick="x()">a<script>alert(1)</script><svg onload=1></svg></p>', 'clipboard').text,
      'a\n',
    );
  });
});
