import * as assert from 'node:assert/strict';
import type { PageMessage } from '../../client/src/preview/messages';
import { type Peer, withTable } from './peer';
import { sampleRow, sampleTable, splice } from './samples';

const EDITOR = '.cell-editor textarea';

const press = async (peer: Peer, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await peer.page.keyboard.press(key);
};

/** The row and column that have the focus. */
const focus = (peer: Peer): Promise<string> =>
  peer.evaluate(`(() => {
    const at = document.activeElement;
    return at.tagName === 'TEXTAREA' ? 'editor' : (at.closest('tr')?.dataset.key ?? '') + ' ' + (at.tagName === 'TR' ? 'row' : at.className);
  })()`);

const edits = async (peer: Peer): Promise<Extract<PageMessage, { type: 'edit' }>[]> =>
  (await peer.sent()).filter((message) => message.type === 'edit');

const shown = (peer: Peer): Promise<boolean> => peer.evaluate(`document.querySelector('${EDITOR}').checkVisibility()`);

describe('task table page: cells', () => {
  it('Right leads into the cells of a row, Left and Escape back; one Tab stop', () =>
    withTable(20, async (peer) => {
      await peer.evaluate(`document.querySelector('tr.task').focus()`);
      await press(peer, 'ArrowRight', 'ArrowRight', 'ArrowRight');
      assert.equal(await focus(peer), 't0 lead');
      assert.equal(
        await peer.evaluate(`document.querySelectorAll('tr.task[tabindex="0"], tr.task [tabindex="0"]').length`),
        1,
      );
      await press(peer, 'ArrowDown');
      assert.equal(await focus(peer), 't1 lead');
      await press(peer, 'ArrowLeft');
      assert.equal(await focus(peer), 't1 text');
      await press(peer, 'Escape', 'ArrowDown');
      assert.equal(await focus(peer), 't2 row');
      assert.equal(
        await peer.evaluate(`document.querySelectorAll('tr.task[tabindex="0"], tr.task [tabindex="0"]').length`),
        1,
      );
    }));

  it('Enter and F2 open a cell, Escape leaves it, Enter sends what was typed', () =>
    withTable(20, async (peer) => {
      await peer.evaluate(`document.querySelector('tr.task').focus()`);
      await press(peer, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
      const old = sampleTable(20).rows[0]!.lead.join('、');
      assert.equal(await peer.evaluate(`document.querySelector('${EDITOR}').value`), old);
      await peer.page.keyboard.type('区政府办');
      await press(peer, 'Escape');
      assert.equal(await focus(peer), 't0 lead');
      assert.deepEqual(await edits(peer), []);
      await press(peer, 'F2');
      await peer.page.keyboard.type('区政府办');
      await press(peer, 'Enter');
      const [edit] = await edits(peer);
      assert.deepEqual(edit, { type: 'edit', id: 1, key: 't0', column: 'lead', value: '区政府办', old });
      await peer.send({ type: 'edited', id: 1, refused: null });
      assert.equal(await shown(peer), false);
      assert.equal(await focus(peer), 't0 lead');
      // The same again changes nothing.
      await press(peer, 'F2', 'Enter');
      assert.deepEqual(await edits(peer), []);
    }));

  it('a refusal stands beside the cell, is told, and what was typed stays', () =>
    withTable(20, async (peer) => {
      await peer.evaluate(`document.querySelector('tr.task').focus()`);
      await press(peer, 'F2', 'ControlOrMeta+a');
      await peer.page.keyboard.type('改过的任务');
      await press(peer, 'Enter');
      await peer.sent();
      await peer.send({ type: 'edited', id: 1, refused: '这样改会连带改变别的任务。' });
      assert.deepEqual(await peer.texts('.refusal[role=alert]'), ['这样改会连带改变别的任务。']);
      assert.equal(await focus(peer), 'editor');
      assert.equal(await peer.evaluate(`document.querySelector('${EDITOR}').value`), '改过的任务');
      assert.equal(await peer.evaluate(`document.querySelector('${EDITOR}').getAttribute('aria-invalid')`), 'true');
      // Going away does not send the same again.
      await peer.evaluate(`document.querySelector('input').focus()`);
      assert.deepEqual(await edits(peer), []);
      assert.equal(await shown(peer), true);
    }));

  it('rows that change do not disturb what is typed; the changed cell is compared with what it said', () =>
    withTable(20, async (peer) => {
      await peer.evaluate(`document.querySelector('tr[data-key=t3]').focus()`);
      await press(peer, 'F2', 'ControlOrMeta+a');
      await peer.page.keyboard.type('改过');
      await peer.send(splice(0, 1, [{ ...sampleTable(20).rows[0]!, text: '别的行变长了。'.repeat(30) }]));
      await peer.send(splice(3, 1, [{ ...sampleTable(20).rows[3]!, text: '同一行也变了' }]));
      await peer.send({ type: 'filter', query: '不会有的词' });
      await peer.send({ type: 'filter', query: '' });
      assert.equal(await focus(peer), 'editor');
      await peer.page.keyboard.type('的任务');
      await press(peer, 'Enter');
      const [edit] = await edits(peer);
      assert.equal(edit?.value, '改过的任务');
      assert.equal(edit.old, sampleTable(20).rows[3]!.text);
      await peer.send({ type: 'edited', id: edit.id, refused: '这一格刚刚改过。' });
      await press(peer, 'Enter');
      assert.equal((await edits(peer))[0]?.old, '同一行也变了');
      const [cell, box] = await peer.evaluate<readonly [number, number]>(
        `['tr[data-key=t3] .text', '.cell-editor'].map((one) => Math.round(document.querySelector(one).getBoundingClientRect().top))`,
      );
      assert.ok(Math.abs(cell - box) <= 1, `${cell} ${box}`);
    }));

  it('the pencil opens the cell under the pointer; so does a double click; leaving it keeps the change', () =>
    withTable(20, async (peer) => {
      await peer.page.hover('tr[data-key=t2] .deadline');
      await peer.page.click('.pencil');
      assert.equal(await focus(peer), 'editor');
      await peer.page.keyboard.type('2024年底前');
      await peer.page.click('.filter');
      const sent = await peer.sent();
      assert.deepEqual(
        sent.map((message) => (message.type === 'edit' ? [message.key, message.column, message.value] : message.type)),
        [['t2', 'deadline', '2024年底前']],
      );
      await peer.send({ type: 'edited', id: 1, refused: null });
      await peer.page.dblclick('tr[data-key=t1] .text', { position: { x: 20, y: 10 } });
      assert.equal(await focus(peer), 'editor');
      assert.ok((await peer.sent()).every((message) => message.type !== 'reveal' || !message.focus));
      await press(peer, 'Escape');
      await peer.page.dblclick('tr[data-key=t1] th.label', { position: { x: 20, y: 10 } });
      assert.ok((await peer.sent()).some((message) => message.type === 'reveal' && message.focus));
      assert.equal(await shown(peer), false);
    }));

  it('Enter that ends a composition of the input method is not ours', () =>
    withTable(5, async (peer) => {
      await peer.evaluate(`document.querySelector('tr.task').focus()`);
      await press(peer, 'F2');
      await peer.evaluate(`(() => {
        const input = document.querySelector('${EDITOR}');
        input.value = '拼音';
        for (const key of ['Enter', 'Escape'])
          input.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
      })()`);
      assert.deepEqual(await edits(peer), []);
      assert.equal(await shown(peer), true);
    }));

  it('a number asks why it cannot be changed', () =>
    withTable(5, async (peer) => {
      await peer.evaluate(`document.querySelector('tr.task').focus()`);
      await press(peer, 'ArrowRight', 'F2');
      assert.deepEqual(
        (await edits(peer)).map(({ column }) => column),
        ['label'],
      );
      await peer.send({ type: 'edited', id: 1, refused: '序号随文稿编排。' });
      assert.deepEqual(await peer.texts('.refusal'), ['序号随文稿编排。']);
      await press(peer, 'Escape');
      assert.equal(await focus(peer), 't0 label');
    }));

  it('hostile words are words', () =>
    withTable(0, async (peer) => {
      const lead = ['<img src=x onerror="window.bad=1">'];
      await peer.send({ type: 'table', table: { ...sampleTable(0), rows: [sampleRow(0, { lead })] } });
      await peer.evaluate(`document.querySelector('tr.task').focus()`);
      await press(peer, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2');
      assert.equal(await peer.evaluate(`document.querySelector('${EDITOR}').value`), lead[0]);
      await peer.page.keyboard.type('x');
      await press(peer, 'Enter');
      await peer.send({ type: 'edited', id: 1, refused: '<b>不行</b>' });
      assert.deepEqual(await peer.texts('.refusal'), ['<b>不行</b>']);
      assert.equal(await peer.evaluate('window.bad ?? null'), null);
    }));

  it('pictures', () =>
    withTable(20, async (peer) => {
      await peer.page.hover('tr[data-key=t4] .participants');
      await peer.evaluate(`document.querySelector('tr[data-key=t2]').focus()`);
      await press(peer, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2');
      await peer.page.keyboard.type('区政府办牵头');
      await press(peer, 'Enter');
      await peer.send({
        type: 'edited',
        id: 1,
        refused: '这里只写单位名称，用顿号分开；“牵头”“等”一类的话请在文稿里写。没有改动。',
      });
      await peer.screenshot('cells-refused');
    }));
});

describe('task table page: keys in cells', () => {
  it('Home and End stay in the row, Page Up and Down and Ctrl with Home and End in the column', () =>
    withTable(112, async (peer) => {
      await peer.evaluate(`document.querySelector('tr.task').focus()`);
      await press(peer, 'ArrowRight', 'ArrowRight', 'End');
      assert.equal(await focus(peer), 't0 outcome');
      await press(peer, 'Home');
      assert.equal(await focus(peer), 't0 label');
      await press(peer, 'ArrowRight', 'ControlOrMeta+End');
      assert.equal(await focus(peer), 't111 text');
      await press(peer, 'PageUp');
      assert.match(await focus(peer), /^t1?\d\d? text$/);
      assert.notEqual(await focus(peer), 't111 text');
      await press(peer, 'ControlOrMeta+Home');
      assert.equal(await focus(peer), 't0 text');
      await press(peer, 'Escape', 'ControlOrMeta+End');
      assert.equal(await focus(peer), 't111 row');
    }));

  it('Tab keeps the change and goes on to the next cell, over the end of the row; a refused one stays', () =>
    withTable(20, async (peer) => {
      await peer.evaluate(`document.querySelector('tr[data-key=t1]').focus()`);
      await press(peer, 'F2', 'Shift+Tab', 'Escape');
      assert.equal(await focus(peer), 't0 outcome', 'nothing was changed, so it went back at once');
      await press(peer, 'F2');
      await peer.page.keyboard.type('台账');
      await press(peer, 'Tab');
      const [first] = await edits(peer);
      assert.deepEqual([first?.key, first?.column, first?.value], ['t0', 'outcome', '台账']);
      await peer.send({ type: 'edited', id: first!.id, refused: null });
      assert.equal(await focus(peer), 'editor');
      await peer.page.keyboard.type('别的任务');
      await press(peer, 'Tab');
      const [second] = await edits(peer);
      assert.deepEqual([second?.key, second?.column], ['t1', 'text']);
      await peer.send({ type: 'edited', id: second!.id, refused: '这里改不了。' });
      assert.equal(await shown(peer), true);
      await press(peer, 'Escape');
      assert.equal(await focus(peer), 't1 text');
    }));

  it('proposes units while a cell of units is changed: Down goes in, Enter takes, Escape closes the list only', () =>
    withTable(20, async (peer) => {
      const asked = async (): Promise<Extract<PageMessage, { type: 'unitNames' }>> =>
        (await peer.sent()).filter((message) => message.type === 'unitNames').at(-1)!;
      await peer.evaluate(
        `document.querySelector('tr[data-key=t0] .lead').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))`,
      );
      await press(peer, 'End');
      await peer.page.keyboard.type('、sf');
      const question = await asked();
      assert.deepEqual([question.typed, question.role, question.others], ['sf', 'lead', ['区司法局']]);
      await peer.send({ type: 'unitNames', id: question.id - 1, names: ['旧的'] });
      assert.deepEqual(await peer.texts('.unit-names [role=option]'), [], 'an answer to what was typed before');
      await peer.send({ type: 'unitNames', id: question.id, names: ['区水利局', '区审计局'] });
      assert.deepEqual(await peer.texts('.unit-names [role=option]'), ['区水利局', '区审计局']);
      await press(peer, 'ArrowDown', 'ArrowDown', 'Enter');
      assert.equal(await peer.page.locator(EDITOR).inputValue(), '区司法局、区审计局');
      assert.deepEqual(await edits(peer), [], 'not sent yet');
      await peer.page.keyboard.type('、q');
      await peer.send({ type: 'unitNames', id: (await asked()).id, names: ['区水利局'] });
      await press(peer, 'Escape');
      assert.deepEqual(await peer.texts('.unit-names [role=option]'), []);
      assert.equal(await shown(peer), true);
      await press(peer, 'Backspace', 'Backspace', 'Enter');
      assert.equal((await edits(peer))[0]?.value, '区司法局、区审计局');
    }));
});
