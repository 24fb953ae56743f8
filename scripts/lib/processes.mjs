// Starting other programs, and ending them with everything they started.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { accessSync, constants } from 'node:fs';

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeout?: number }} [options]
 *   `show`: print what it prints while it runs (it is collected in any case); `timeout`: milliseconds it may take
 * @returns {Promise<{ status: number, output: string, missing: boolean }>} `missing`: there is no such program
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const collect = (stream, target) => {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (options.show) target.write(text);
      });
    };
    collect(child.stdout, process.stdout);
    collect(child.stderr, process.stderr);
    child.on('error', (error) =>
      done({ status: 127, output: output + error.message, missing: error.code === 'ENOENT' }),
    );
    child.on('close', (code) => done({ status: code ?? 1, output, missing: false }));
  });
}

/** Runs a script of this project with the Node that runs us. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * The environment for an npm started by a script that npm itself may have started: npm tells its children about the
 * package it is running, and the child must not take that for its own configuration.
 */
export function npmEnvironment(env = process.env) {
  const foreign = /^npm_(package|lifecycle)_|^npm_config_local_prefix$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/** The full path of a program on the PATH, or undefined. */
export function which(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder !== '' && isExecutable(file)) return file;
    }
  }
  return undefined;
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ends a process group started with `detached: true`: politely, and after three seconds without asking. */
export async function endGroup(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(timer);
}

export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}
