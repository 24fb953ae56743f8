import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RULES } from '../../server/src/core/rules/index';
import { readProjectFile } from '../../server/src/workspace/projectFile';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean;
}

const schema = JSON.parse(readFileSync('schemas/plandoc.schema.json', 'utf8')) as Schema;

describe('plandoc.yaml 的 JSON Schema', () => {
  it('knows every key, in Chinese and in English, each described in Chinese', () => {
    const keys = '规则 rules 词典 words 名录 units 期间 period 基线 baseline 运行 run 格式 format 版式 layout'.split(
      ' ',
    );
    assert.deepEqual(Object.keys(schema.properties!), keys);
    for (const { description } of Object.values(schema.properties!)) assert.match(description!, /\p{Script=Han}/u);
    assert.equal(schema.additionalProperties, false);
  });

  it('knows every rule with its options', () => {
    const rules = schema.properties!['规则']!.properties!;
    assert.deepEqual(
      Object.keys(rules),
      RULES.map(({ id }) => id),
    );
    for (const { id, options = {} } of RULES) {
      const written = rules[id]!.anyOf![1]!;
      assert.deepEqual(Object.keys(written.properties!), ['级别', 'severity', ...Object.keys(options)]);
    }
  });

  it('the example of the workspace has nothing wrong', () => {
    const { problems, review } = readProjectFile(readFileSync('examples/plandoc.yaml', 'utf8'), RULES);
    assert.deepEqual(problems, []);
    assert.ok(Object.keys(review.severities).length > 0);
  });
});
