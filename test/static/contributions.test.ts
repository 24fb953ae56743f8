import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

interface Configuration {
  readonly properties: Readonly<
    Record<string, { readonly markdownDescription?: string; readonly description?: string }>
  >;
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: Configuration | readonly Configuration[];
    readonly languages: readonly {
      readonly id: string;
      readonly filenamePatterns: readonly string[];
      readonly extensions: readonly string[];
      readonly configuration: string;
      readonly icon: { readonly light: string; readonly dark: string };
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read('package.json') as Manifest;
const { contributes } = manifest;
const configurations = [contributes.configuration].flat() as readonly Configuration[];
const snippets = Object.entries(read('snippets/plan.json') as Record<string, Snippet>);

describe('文字 texts of the manifest', () => {
  const english = read('package.nls.json') as Record<string, string>;
  const chinese = read('package.nls.zh-cn.json') as Record<string, string>;
  const used = new Set(
    readFileSync('package.json', 'utf8')
      .match(/(?<=")%[^%"]+%(?=")/g)
      ?.map((key) => key.slice(1, -1)),
  );

  it('every key is given in both languages, and none is left over', () => {
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
    assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
  });

  it('the Chinese texts are Chinese', () => {
    const plain = Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    assert.deepEqual(plain, []);
  });

  it('commands in links are known', () => {
    // The editor makes a command for each view that shows it.
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => `${id}.focus`));
    const own = new Set([...contributes.commands.map(({ command }) => command), ...views]);
    const linked = [...Object.values(english), ...Object.values(chinese)].flatMap((text) => [
      ...text.matchAll(/\(command:(plandoc\.[\w.]+)\)/g),
    ]);
    assert.deepEqual(
      linked.map(([, command]) => command).filter((command) => !own.has(command ?? '')),
      [],
    );
  });

  it('every setting is described', () => {
    for (const { properties } of configurations) {
      for (const [name, setting] of Object.entries(properties)) {
        assert.ok(setting.markdownDescription ?? setting.description, `${name} has no description`);
      }
    }
  });
});

describe('文件 files of the manifest', () => {
  const plan = contributes.languages.find(({ id }) => id === 'plan');

  it('files that are named are there', () => {
    const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.markdown));
    const translations = media.map((path) => path.replace(/\.md$/, '.nls.zh-cn.md'));
    const named = [manifest.icon, plan?.configuration, plan?.icon.light, plan?.icon.dark, ...media, ...translations];
    assert.deepEqual(
      named.filter((path) => !path || !existsSync(path)),
      [],
    );
  });

  it('every step of the walkthrough has a picture, described in the language of the page', () => {
    for (const { id, media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const pages = [media.markdown, media.markdown.replace(/\.md$/, '.nls.zh-cn.md')];
      const pictures = pages.map((path) => /^!\[([^\]]+)\]\(([^)]+)\)/.exec(readFileSync(path, 'utf8')));
      for (const picture of pictures) {
        assert.ok(picture, `${id}: a page without a picture`);
        assert.equal(readFileSync(`media/walkthrough/${picture[2]!}`).subarray(8, 12).toString('latin1'), 'WEBP');
      }
      assert.match(pictures[1]![1]!, /\p{Script=Han}/u, id);
    }
  });

  it('steps are ticked off by commands and views that are there', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const views = new Set(Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id)));
    for (const { id, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind, what = ''] = event.split(':');
        if (what.startsWith('plandoc.')) assert.ok((kind === 'onView' ? views : commands).has(what), event);
      }
    }
  });

  it('the icon is a PNG of 128 × 128', () => {
    const png = readFileSync(manifest.icon);
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });
});

describe('代码片段 snippets', () => {
  it('there are enough of them, each with pinyin, Chinese and English prefixes', () => {
    assert.ok(snippets.length >= 20, `only ${snippets.length}`);
    for (const [name, { prefix, description }] of snippets) {
      assert.ok(
        prefix.some((word) => /\p{Script=Han}/u.test(word)),
        `${name}: no Chinese prefix`,
      );
      assert.ok(prefix.filter((word) => /^[a-z]+$/.test(word)).length >= 2, `${name}: no pinyin and English prefix`);
      assert.match(description, /\p{Script=Han}.* · [A-Z]/u, `${name}: describe it in Chinese · English`);
    }
  });

  it('no prefix is used twice', () => {
    const all = snippets.flatMap(([, { prefix }]) => prefix);
    assert.deepEqual(
      all.filter((word, at) => all.indexOf(word) !== at),
      [],
    );
  });

  it('none gives what the server proposes: clauses, frames of annotations, deadlines', () => {
    const clauses = readFileSync('server/src/core/features/completion/clauses.tsv', 'utf8')
      .split('\n')
      .filter((line) => /^[^#@]/.test(line))
      .flatMap((line) => line.split('\t').filter((_, at) => at !== 1))
      .flatMap((names) => names.split(';'));
    assert.ok(clauses.length > 20, 'the table of clauses has moved');
    for (const [name, { prefix, body }] of snippets) {
      assert.deepEqual(
        prefix.filter((word) => clauses.includes(word)),
        [],
        `${name} is a clause`,
      );
      const frame = body.length === 1 && /^（[^（）]*(?:单位：|牵头|负责)/.test(body[0]!) && !/第一位/.test(body[0]!);
      assert.ok(!frame, `${name} is the frame of an annotation`);
    }
  });

  it('bodies are well formed: braces close, tab stops run from 1 without a gap, and text is left', () => {
    for (const [name, { body }] of snippets) {
      const text = body.join('\n');
      assert.equal(text.match(/\$\{/g)?.length ?? 0, text.match(/(?<!\\)\}/g)?.length ?? 0, `${name}: braces`);
      const stops = new Set([...text.matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop)));
      const expected = Array.from({ length: Math.max(...stops) }, (_, i) => i + 1);
      assert.deepEqual(
        [...stops].filter((stop) => stop > 0).sort((a, b) => a - b),
        expected,
        `${name}: tab stops`,
      );
      assert.ok(!/[ \t]+$/m.test(text.replaceAll('\t', '→')), `${name}: trailing space`);
    }
  });
});

describe('语言配置 language configuration', () => {
  const configuration = read('language-configuration.json') as {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly onEnterRules: readonly { readonly beforeText: string }[];
  };
  const words = (text: string) =>
    text.match(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`));

  it('pinyin typed behind Chinese text is a word of its own', () => {
    assert.deepEqual(words('健全工作机制zrkz'), ['健全工作机制', 'zrkz']);
    assert.deepEqual(words('（牵头单位：区司法局、区财政局）'), ['牵头单位', '区司法局', '区财政局']);
  });

  it('only paragraphs set in by two full-width spaces pass them on', () => {
    const rule = new RegExp(configuration.onEnterRules[0]?.beforeText ?? '');
    assert.ok(rule.test('　　区财政局要统筹安排经费。'));
    assert.ok(!rule.test('　　'));
    assert.ok(!rule.test('一、总体要求'));
  });
});
