import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unitsSchemaText } from '../../scripts/generate-units-schema.mjs';

describe('units.yaml 的 JSON Schema', () => {
  it('与读取所用的定义一致（node scripts/generate-units-schema.mjs） matches the reader', async () => {
    const committed = readFileSync(join(process.cwd(), 'schemas', 'units.schema.json'), 'utf8');
    assert.equal(committed, await unitsSchemaText());
  });
});
