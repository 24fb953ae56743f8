// The cost of starting: whole processes, run one after the other in turns.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './statistics.mjs';

function run(args, env = process.env) {
  const started = performance.now();
  const { error, stdout } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  if (error) throw error;
  return { ms: performance.now() - started, stdout };
}

/**
 * Milliseconds and peak memory (MB) of each command, medians of `rounds`, measured A B A B.
 * @param {Record<string, string[]>} commands arguments for Node
 */
export function measureCold(commands, { rounds, scratch }) {
  const names = Object.keys(commands);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const peaks = Object.fromEntries(names.map((name) => [name, []]));
  // A process knows its own peak best; memory has runs of its own, so that this costs the times nothing.
  const probe = join(scratch, 'peak.cjs');
  writeFileSync(
    probe,
    "process.on('exit', () => require('fs').writeSync(2, `\\npeak ${process.resourceUsage().maxRSS}`));\n",
  );
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const { ms } = run(commands[name]);
      if (round >= 0) times[name].push(ms);
    }
  }
  for (let round = 0; round < Math.ceil(rounds / 3); round++) {
    for (const name of names) peaks[name].push(peakOf([...['-r', probe], ...commands[name]]));
  }
  return Object.fromEntries(names.map((name) => [name, { ms: median(times[name]), mb: median(peaks[name]) }]));
}

function peakOf(args) {
  const { stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  return Number(/peak (\d+)/.exec(stderr)[1]) / 1024;
}
