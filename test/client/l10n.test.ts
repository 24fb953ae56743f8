import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'client/src';

/** Every text passed to `vscode.l10n.t` in the client, as written between its quotes. */
function textsInCode(): Set<string> {
  const texts = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts')) continue;
    const source = readFileSync(join(folder, entry), 'utf8');
    for (const call of source.matchAll(/\bt\(\s*(?:'((?:[^'\\\n]|\\.)*)'|([^)]))/g)) {
      assert.notEqual(call[1], undefined, `${entry}: l10n.t needs its text in single quotes, not ${call[2]}`);
      texts.add(call[1]?.replace(/\\(.)/g, '$1') ?? '');
    }
  }
  return texts;
}

function bundle(): Record<string, string> {
  return JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;
}

describe('Chinese texts of the client', () => {
  it('are there for every English text, and no others', () => {
    assert.deepEqual(Object.keys(bundle()).sort(), [...textsInCode()].sort());
  });

  it('keep the placeholders of the English', () => {
    const placeholders = (text: string): string => (text.match(/\{\d\}/g) ?? []).sort().join();
    for (const [english, chinese] of Object.entries(bundle())) {
      assert.equal(placeholders(chinese), placeholders(english), english);
    }
  });

  it('are Chinese', () => {
    for (const [english, chinese] of Object.entries(bundle())) {
      if (english !== 'en') assert.match(chinese, /[\p{Script=Han}，；：]/u, english);
    }
  });
});
