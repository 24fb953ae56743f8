import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Peer } from './peer';

/** What axe-core objects to on the page, each with the first place. */
export async function objections(peer: Peer): Promise<string[]> {
  const axe = createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js');
  await peer.evaluate(readFileSync(axe, 'utf8'));
  return peer.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120) + ' ' + nodes[0].failureSummary))`);
}
