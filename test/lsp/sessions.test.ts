import assert from 'node:assert/strict';
import { ALL_KINDS, type Rule } from '../../server/src/core/rules/rule';
import { editSource, readText } from '../../server/src/core/syntax/source';
import { range } from '../../server/src/core/text/position';
import { createRegister } from '../../server/src/core/units/register';
import { createSessions } from '../../server/src/lsp/sessions';
import { DEFAULT_SETTINGS } from '../../server/src/lsp/settings';

const failing: Rule = {
  id: 'failing',
  title: { zh: '坏', en: 'Broken' },
  topic: 'text',
  basis: { zh: '无', en: 'none' },
  severity: 'hint',
  strength: '惯例',
  fixable: 'no',
  kinds: ALL_KINDS,
  passage: () => {
    throw new Error('broken');
  },
};

describe('a review of an open plan', () => {
  const loaded = { register: createRegister(), uri: null, text: '', problems: [], uris: [] };
  const text = ['一、任务', ...Array.from({ length: 60 }, (_, n) => `${n + 1}.办理第${n + 1}件事。`)].join('\n');

  it('remembers which rules failed, though what they said of a passage is not asked for again', () => {
    const sessions = createSessions([failing]);
    const source = readText(text);
    const document = { type: 'plan', uri: 'untitled:/甲', version: 1, source, caret: null } as const;
    const first = sessions.review(document, DEFAULT_SETTINGS, loaded, []);
    assert.deepEqual(first.faulty, ['failing']);
    const edited = { ...document, version: 2, source: editSource(source, range(60, 0, 60, 0), '再') };
    assert.deepEqual(sessions.review(edited, DEFAULT_SETTINGS, loaded, []).faulty, ['failing']);
    assert.ok(first.took >= 0);
  });
});
