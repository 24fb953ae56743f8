/** Commands, keys and menus of the manifest: each with its names in both languages, each within reach, none in the way. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

interface MenuEntry {
  readonly command?: string;
  readonly when?: string;
}

interface Key {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}

interface Contributes {
  readonly commands: readonly Command[];
  readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
  readonly keybindings: readonly Key[];
  readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const { contributes } = read('package.json') as { readonly contributes: Contributes };
const { commands, menus, keybindings, views } = contributes;
const texts = {
  zh: read('package.nls.zh-cn.json') as Readonly<Record<string, string>>,
  en: read('package.nls.json') as Readonly<Record<string, string>>,
};
/** What the client calls its task tables. */
const [, VIEW_TYPE] = /VIEW_TYPE = '([^']+)'/.exec(readFileSync('client/src/preview/manager.ts', 'utf8')) ?? [];
const ids = commands.map(({ command }) => command);
const palette = new Map((menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
const clauses = [...Object.values(menus).flat(), ...keybindings].flatMap(({ when }) => (when ? [when] : []));

/** Commands that make sense whatever is open, and so are in the palette always. */
const ANYWHERE = [
  'plandoc.newPlan',
  'plandoc.importFile',
  'plandoc.checkWorkspace',
  'plandoc.restartServer',
  'plandoc.showLog',
];

describe('命令 commands', () => {
  it('each has a title in Chinese and in English, and its category', () => {
    for (const { command, title, category } of commands) {
      const key = /^%(.+)%$/.exec(title)?.[1];
      assert.ok(key, `${command}: the title is not taken from package.nls.json`);
      assert.match(texts.zh[key] ?? '', /\p{Script=Han}/u, `${command}: Chinese title`);
      assert.match(texts.en[key] ?? '', /^[A-Z]/, `${command}: English title`);
      assert.equal(category, 'Plandoc', command);
    }
  });

  it('no two are called the same', () => {
    for (const table of Object.values(texts)) {
      const titles = commands.map(({ title }) => table[title.slice(1, -1)]);
      assert.deepEqual(
        titles.filter((title, at) => titles.indexOf(title) !== at),
        [],
      );
    }
  });

  it('each says when the palette shows it, or works anywhere', () => {
    assert.deepEqual(
      ids.filter((id) => !palette.has(id) && !ANYWHERE.includes(id)),
      [],
    );
    for (const id of ANYWHERE) assert.ok(ids.includes(id), `${id} is no command any more`);
  });

  it('each is within reach: by palette, menu or key', () => {
    const menu = Object.entries(menus).flatMap(([name, entries]) => (name === 'commandPalette' ? [] : entries));
    const reachable = (id: string): boolean =>
      palette.get(id) !== 'false' || [...menu, ...keybindings].some(({ command }) => command === id);
    assert.deepEqual(
      ids.filter((id) => !reachable(id)),
      [],
    );
  });

  it('menus and keys name commands that are there', () => {
    const named = [...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      named.filter((id) => id.startsWith('plandoc.') && !ids.includes(id)),
      [],
    );
  });

  it('conditions ask for views that are there and for what the client sets', () => {
    const own = Object.values(views).flatMap((list) => list.map(({ id }) => id));
    const set = new Set(contextsOfClient());
    for (const when of clauses) {
      for (const [, view] of when.matchAll(/\bview == (\S+)/g)) assert.ok(own.includes(view!), when);
      for (const [, type] of when.matchAll(/\bactiveWebviewPanelId == '([^']+)'/g)) assert.equal(type, VIEW_TYPE, when);
      const ours = when.replace(/\b(view|activeWebviewPanelId) == \S+/g, '').match(/\bplandoc\.[\w.]+/g) ?? [];
      assert.deepEqual(
        ours.filter((key) => !set.has(key)),
        [],
        when,
      );
    }
  });
});

/** The context keys that the client sets. */
function contextsOfClient(): readonly string[] {
  return readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join('client/src', name), 'utf8').matchAll(/'setContext',\s*'([^']+)'/g)])
    .map(([, key]) => key!);
}

/**
 * Keys that VS Code itself, or macOS, uses where a plan is being written; ours win over them, so somebody would miss what
 * they did. Of what a key does elsewhere (terminal, notebooks, chat) nothing is lost, since ours ask for a text editor. The
 * editor suite compares with the whole table of the editor it runs in; these are the ones of other systems.
 */
const TAKEN: Readonly<Record<string, string>> = {
  'cmd+alt+.': 'macOS: Auto Fix…',
  'shift+alt+.': 'Auto Fix…',
  'cmd+alt+up': 'macOS: Add Cursor Above',
  'cmd+alt+down': 'macOS: Add Cursor Below',
  'cmd+alt+left': 'macOS: Open Previous Editor',
  'cmd+alt+right': 'macOS: Open Next Editor',
  'cmd+alt+s': 'macOS: Save All',
  'cmd+alt+c': 'macOS: Copy Path',
  'cmd+alt+f': 'macOS: Replace',
  'cmd+alt+[': 'macOS: Fold',
  'cmd+alt+]': 'macOS: Unfold',
  'cmd+alt+d': 'macOS: shows and hides the Dock',
  'cmd+alt+h': 'macOS: hides other windows',
  'cmd+alt+m': 'macOS: minimizes all windows',
  'ctrl+alt+up': 'Add Cursor Above',
  'ctrl+alt+down': 'Add Cursor Below',
  'ctrl+alt+left': 'Move Editor into Previous Group',
  'ctrl+alt+right': 'Move Editor into Next Group',
  'ctrl+alt+delete': 'Windows: the system’s own',
  'ctrl+alt+-': 'Linux: Go Back',
  'ctrl+k m': 'Change Language Mode',
  'ctrl+k p': 'Copy Path of Active File',
  'ctrl+k r': 'Reveal Active File',
  'ctrl+k o': 'Show Active File in New Window',
  'ctrl+k s': 'Save All',
  'ctrl+k u': 'Close Unmodified Editors',
  'ctrl+k w': 'Close All Editors in Group',
  'ctrl+k v': 'Markdown: Open Preview to the Side',
  'ctrl+k z': 'Zen Mode',
  'ctrl+k d': 'Compare Active File with Saved',
  'ctrl+k e': 'Focus on Open Editors View',
  'ctrl+k f': 'Close Folder',
};

const inText = (when: string | undefined): boolean =>
  /(^|&& )(editorTextFocus|editorFocus|textInputFocus|editorLangId == plan)( |$)/.test(when ?? '');

describe('按键 keys', () => {
  it('each holds in plans only', () => {
    for (const { key, when } of keybindings) assert.ok(inText(when) && /== plan\b/.test(when ?? ''), `${key}: ${when}`);
  });

  it('those that change the text ask for one that can be changed', () => {
    const changing = keybindings.filter(({ command }) => /!editorReadonly/.test(palette.get(command) ?? ''));
    assert.deepEqual(
      changing.filter(({ when }) => !/!editorReadonly/.test(when ?? '')).map(({ command }) => command),
      [],
    );
  });

  it('none takes another one of ours, or one that people know', () => {
    for (const system of ['key', 'mac'] as const) {
      const keys = keybindings.map((one) => (system === 'mac' ? (one.mac ?? one.key) : one.key));
      assert.deepEqual(
        keys.filter((key, at) => keys.indexOf(key) !== at),
        [],
        system,
      );
      const chords = keys.map((key) => key.replace(/^cmd\+k /, 'ctrl+k '));
      assert.deepEqual(
        chords.flatMap((key) => (TAKEN[key] ? [`${key}: ${TAKEN[key]}`] : [])),
        [],
      );
      // One that begins a chord of another would never come to be.
      assert.deepEqual(
        keys.filter((key) => keys.some((other) => other.startsWith(`${key} `))),
        [],
      );
    }
  });
});

describe('两种文字 both languages', () => {
  it('views have names in both', () => {
    for (const { id, name } of Object.values(views).flat()) {
      for (const table of Object.values(texts)) assert.ok(table[name.slice(1, -1)], id);
    }
  });

  it('every choice of a setting is explained', () => {
    const manifest = read('package.json') as {
      readonly contributes: {
        readonly configuration: {
          readonly properties: Readonly<
            Record<string, { readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[] }>
          >;
        };
      };
    };
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      if (setting.enum) assert.equal(setting.enumDescriptions?.length, setting.enum.length, name);
    }
  });

  it('messages of the server have as many Chinese as English texts', () => {
    const files = readdirSync('server/src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    let tables = 0;
    for (const name of files) {
      const source = readFileSync(join('server/src', name), 'utf8');
      for (const [, table] of source.matchAll(/^(?:export )?const \w*MESSAGES = \{\n([\s\S]*?)^\}/gm)) {
        const count = (locale: string): number => table!.match(new RegExp(`\\b${locale}\\b\\s*[:(]`, 'g'))?.length ?? 0;
        assert.ok(count('zh') > 0, `${name}: a table of messages without Chinese`);
        assert.equal(count('zh'), count('en'), name);
        tables++;
      }
    }
    assert.ok(tables > 20, `only ${tables} tables were found`);
  });
});
