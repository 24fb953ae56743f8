// What a person typing feels of a language server: the time from a change on the wire to the findings of that version.
// Edits are one character at seeded places over the whole document, each undone by the next; then edits that must bring
// a finding and take it away again, which are verified, because a server that finds nothing is not fast.
import { spawn } from 'node:child_process';
import { createRandom } from './statistics.mjs';

const PATIENCE = 120_000;
/** rumdl now and then never answers its first request; such a start is given up soon and tried again. */
const PATIENCE_AT_START = 10_000;
const STARTS = 3;

/** A JSON-RPC connection over a child's pipes; receipt is timed when the last byte of a message has arrived. */
function connect(command) {
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
  const pending = new Map();
  const listeners = new Set();
  let id = 0;
  let buffer = Buffer.alloc(0);
  let parts = [];
  let have = 0;
  let need = 0;
  child.stdin.on('error', () => {});
  child.stdout.on('data', (chunk) => {
    parts.push(chunk);
    have += chunk.length;
    if (have < need) return;
    const at = performance.now();
    buffer = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      const length = head < 0 ? NaN : Number(/content-length: *(\d+)/i.exec(buffer.toString('latin1', 0, head))[1]);
      need = head < 0 ? 0 : head + 4 + length;
      if (head < 0 || buffer.length < need) break;
      take(JSON.parse(buffer.toString('utf8', head + 4, need)), at);
      buffer = buffer.subarray(need);
    }
    parts = [buffer];
    have = buffer.length;
  });
  function take(message, at) {
    if (message.method === undefined) pending.get(message.id)?.(message, at);
    else if (message.id !== undefined) send({ id: message.id, result: answerTo(message) });
    else for (const listener of [...listeners]) listener(message, at);
  }
  function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    const frame = Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
    const at = performance.now();
    child.stdin.write(frame);
    return at;
  }
  const waiting = new Set();
  child.on('exit', () => waiting.forEach((fail) => fail(new Error('the server has ended'))));
  const inTime = (what, work) =>
    new Promise((done, fail) => {
      const patience = what === 'initialize' ? PATIENCE_AT_START : PATIENCE;
      const timer = setTimeout(() => fail(new Error(`${what}: no answer in ${patience} ms`)), patience);
      waiting.add(fail);
      work((value) => {
        clearTimeout(timer);
        waiting.delete(fail);
        done(value);
      });
    });
  return {
    child,
    started,
    notify: (method, params) => send({ method, params }),
    /** @returns {Promise<{ result: any, at: number }>} */
    request(method, params) {
      const own = ++id;
      return inTime(method, (done) => {
        pending.set(own, ({ result }, at) => {
          pending.delete(own);
          done({ result, at });
        });
        send({ id: own, method, params });
      });
    },
    /** The first notification that `fits`; ask before sending what causes it. */
    next(method, fits) {
      return inTime(method, (done) => {
        const listener = (message, at) => {
          if (message.method !== method || !fits(message.params)) return;
          listeners.delete(listener);
          done({ result: message.params, at });
        };
        listeners.add(listener);
      });
    },
  };
}

function answerTo({ method, params }) {
  return method === 'workspace/configuration' ? params.items.map(() => ({})) : null;
}

/** Starts a server and introduces an editor. `command`: program and arguments. */
export async function startSession(command, { pull }) {
  for (let start = 1; ; start++) {
    try {
      return await introduce(command, pull);
    } catch (error) {
      if (start === STARTS) throw error;
    }
  }
}

async function introduce(command, pull) {
  const connection = connect(command);
  const answer = connection.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { publishDiagnostics: { versionSupport: true }, ...(pull && { diagnostic: {} }) },
    },
  });
  const { result, at } = await answer.catch((error) => {
    connection.child.kill('SIGKILL');
    release(connection);
    throw new Error(`${command.join(' ')}: ${error.message}`);
  });
  connection.notify('initialized', {});
  const pulls = pull && result.capabilities.diagnosticProvider !== undefined;
  return {
    connection,
    pulls,
    identifier: result.capabilities.diagnosticProvider?.identifier,
    incremental: syncKind(result.capabilities.textDocumentSync) === 2,
    initialize: at - connection.started,
  };
}

/** `TextDocumentSyncKind`: 1 takes whole texts, 2 takes changes; a server may give it alone or in an object. */
const syncKind = (sync) => (typeof sync === 'object' && sync !== null ? sync.change : sync);

export async function endSession({ connection }) {
  const gone = new Promise((done) => connection.child.once('exit', done));
  await connection.request('shutdown', undefined).catch(() => {});
  connection.notify('exit');
  const timer = setTimeout(() => connection.child.kill('SIGKILL'), 2000);
  await gone;
  clearTimeout(timer);
  release(connection);
}

/** A server behind a wrapper script outlives it; it ends when nobody holds its pipes. */
function release({ child }) {
  child.stdin.destroy();
  child.stdout.destroy();
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Milliseconds from starting the server to its answer to `initialize`. */
export async function timeInitialize(command) {
  const session = await startSession(command, { pull: true });
  await endSession(session);
  return session.initialize;
}

/**
 * One session with one document.
 * @param {string[]} command
 * @param {{ text: string, language: string, extension: string, pull: boolean, edits: number, toggles: number, seed: number, settle: number }} options
 * @returns milliseconds: `open`, `edits`; counts: `findings`, `verified` of `toggled`
 */
export async function measureSession(command, options) {
  const session = await startSession(command, options);
  try {
    return await measure(session, options);
  } finally {
    await endSession(session);
  }
}

async function measure(session, { text, language, extension, edits, toggles, seed, settle }) {
  const { connection, pulls, identifier, incremental } = session;
  const uri = `untitled:/bench.${extension}`;
  const random = createRandom(seed);
  let version = 0;
  // Sends something and waits for the findings of the version it makes, whichever way they come.
  async function findingsAfter(act) {
    version++;
    const own = version;
    const pushed = pulls
      ? null
      : connection.next(
          'textDocument/publishDiagnostics',
          (params) => params.uri === uri && (params.version ?? own) === own,
        );
    const sent = act();
    const { result, at } = await (pushed ??
      connection.request('textDocument/diagnostic', { textDocument: { uri }, identifier }));
    return { ms: at - sent, findings: (pulls ? result.items : result.diagnostics) ?? [] };
  }
  // Kept for servers that take whole texts; all edits stay on one line, so that one is put together anew.
  const current = text.split('\n');
  const change = ({ start, end }, newText) => {
    const line = current[start.line];
    current[start.line] = line.slice(0, start.character) + newText + line.slice(end.character);
    const contentChanges = incremental ? [{ range: { start, end }, text: newText }] : [{ text: current.join('\n') }];
    return () => connection.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  };

  const textDocument = { uri, languageId: language, version: 1, text };
  const opened = await findingsAfter(() => connection.notify('textDocument/didOpen', { textDocument }));
  await pause(300);

  const lines = text.split('\n');
  const times = [];
  const long = lines.map((line, at) => at).filter((at) => lines[at].length > 40);
  for (let count = -20; times.length < edits; count += 2) {
    const line = long[random.below(long.length)];
    const start = { line, character: 6 + random.below(20) };
    const end = { line, character: start.character + 1 };
    for (const [range, typed] of [
      [{ start, end: start }, '的'],
      [{ start, end }, ''],
    ]) {
      const { ms } = await findingsAfter(change(range, typed));
      if (count >= 0) times.push(ms);
      await pause(settle);
    }
  }
  const toggled = await toggle({ lines, random, toggles, findingsAfter, change, settle });
  return { open: opened.ms, findings: opened.findings.length, edits: times, ...toggled };
}

/** Moves a year out of the plan's period and back. */
async function toggle({ lines, random, toggles, findingsAfter, change, settle }) {
  const sound = lines
    .map((line, at) => ({ at, character: line.search(/202[1-5]年底前/) }))
    .filter((one) => one.character >= 0);
  let verified = 0;
  for (let count = 0; count < toggles; count++) {
    const { at: line, character } = sound[random.below(sound.length)];
    const range = { start: { line, character }, end: { line, character: character + 4 } };
    const year = lines[line].slice(character, character + 4);
    const onLine = (findings) => findings.filter((one) => one.range.start.line === line).length;
    const broken = await findingsAfter(change(range, '2031'));
    await pause(settle);
    const mended = await findingsAfter(change(range, year));
    await pause(settle);
    if (onLine(broken.findings) === onLine(mended.findings) + 1) verified++;
  }
  return { verified, toggled: toggles };
}
