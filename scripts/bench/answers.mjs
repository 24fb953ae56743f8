// B4: what somebody waits for who asks in a long document: completion as a name is typed, hover, and the outline right
// after an edit. Each request follows an edit of its own, so that nothing answers from what was there before.
import { endSession, startSession } from './lsp-latency.mjs';
import { createRandom, quantile } from './statistics.mjs';
import { ms, times } from './table.mjs';

/** What is typed behind a measure, a key at a time, as somebody types a unit. */
const TYPED = Array.from('（牵头单位：qsfj');
const WARM = 3;

/**
 * One session with one document.
 * @param {string[]} command
 * @param {{ text: string, language: string, extension: string, rounds: number, seed: number }} options
 * @returns milliseconds of each answer, by request
 */
export async function measureAnswers(command, { text, language, extension, rounds, seed }) {
  const session = await startSession(command, { pull: true });
  try {
    const { connection } = session;
    const uri = `untitled:/answers.${extension}`;
    const random = createRandom(seed);
    const lines = text.split('\n');
    const measures = lines.map((line, at) => at).filter((at) => lines[at].length > 40);
    let version = 1;
    connection.notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version, text } });
    const change = (range, newText) =>
      connection.notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range, text: newText }],
      });
    const timed = async (method, params) => {
      const sent = performance.now();
      const { at } = await connection.request(method, { textDocument: { uri }, ...params });
      return at - sent;
    };
    const found = { completion: [], hover: [], symbols: [] };
    for (let round = -WARM; round < rounds; round++) {
      const line = measures[random.below(measures.length)];
      const end = lines[line].length;
      const answers = { completion: [], hover: [], symbols: [] };
      let character = end;
      for (const key of TYPED) {
        change({ start: { line, character }, end: { line, character } }, key);
        character += key.length;
        answers.completion.push(await timed('textDocument/completion', { position: { line, character } }));
      }
      answers.symbols.push(await timed('textDocument/documentSymbol', {}));
      change({ start: { line, character: end }, end: { line, character } }, '');
      const hovered = Math.max(lines[line].lastIndexOf('：') + 2, 0);
      answers.hover.push(await timed('textDocument/hover', { position: { line, character: hovered } }));
      if (round >= 0) for (const [name, all] of Object.entries(answers)) found[name].push(...all);
    }
    return found;
  } finally {
    await endSession(session);
  }
}

/** Rows of the table. Servers that do not answer a request soon say so with `null`, which costs them nothing. */
export function answersRows({ ours, ...others }) {
  const limits = { completion: 10, hover: 10 };
  const pair = (all) => `${ms(quantile(all, 0.5))} / ${ms(quantile(all, 0.99))}`;
  return Object.entries(ours).flatMap(([name, all]) => {
    const p99 = quantile(all, 0.99);
    const limit = limits[name];
    const goal = limit ? `p99 ≤ ${limit} ms ${p99 <= limit ? 'met' : 'MISSED'}` : '';
    const own = ['B4', `${name}, 1 MB, p50 / p99 ms (${all.length} answers)`, pair(all), '', '', goal];
    const beside = Object.entries(others)
      .filter(() => name === 'symbols')
      .map(([other, answers]) => {
        const ratio = quantile(all, 0.5) / quantile(answers[name], 0.5);
        return ['B4', `${name}, beside ${other}`, pair(all), pair(answers[name]), times(ratio), ''];
      });
    return [own, ...beside];
  });
}
