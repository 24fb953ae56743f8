// The tables of commands and keys in the documentation, from the manifest and its texts.

/** Where a command can be found besides the palette; menus that are not named here need no word of their own. */
const places = {
  'editor/title': ['标题栏', 'editor title'],
  'editor/context': ['正文右键', 'editor menu'],
  'explorer/context': ['资源管理器右键', 'explorer menu'],
  'view/title': ['侧边栏视图', 'side bar'],
  'view/item/context': ['侧边栏视图', 'side bar'],
  'file/newFile': ['文件 › 新建文件', 'File › New File'],
};

const names = { ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift', pageup: 'PageUp', pagedown: 'PageDown', enter: 'Enter' };
const macNames = { ...names, cmd: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' };

/** A key as people write it: `ctrl+k t` is Ctrl+K T, on a Mac ⌘K T. */
export function keyName(key, mac) {
  const table = mac ? macNames : names;
  const chord = (part) => part.split('+').map((word) => table[word] ?? word.toUpperCase());
  return key
    .split(' ')
    .map((part) => chord(part).join(mac ? '' : '+'))
    .join(' ');
}

const textOf = (texts, text) => texts[text.slice(1, -1)];

/** The places of a command, as pairs of Chinese and English. */
function whereIs(contributes, id) {
  const hidden = contributes.menus.commandPalette.some(({ command, when }) => command === id && when === 'false');
  const menus = Object.keys(places).filter((menu) => contributes.menus[menu]?.some(({ command }) => command === id));
  const found = [...(hidden ? [] : [['命令面板', 'palette']]), ...menus.map((menu) => places[menu])];
  return found.filter(([chinese], at) => found.findIndex(([other]) => other === chinese) === at);
}

const code = (key) => (key ? `\`${key}\`` : '');

/** Every command with its names, keys and places, those with keys first. */
export function commandTable({ contributes }, chinese, english) {
  const keyOf = (id) => contributes.keybindings.find(({ command }) => command === id);
  const commands = [...contributes.commands].sort(
    (a, b) => Number(Boolean(keyOf(b.command))) - Number(Boolean(keyOf(a.command))),
  );
  const rows = commands.map(({ command, title }) => {
    const key = keyOf(command);
    const where = whereIs(contributes, command);
    const cells = [
      `${textOf(chinese, title)} · *${textOf(english, title)}*`,
      code(key && keyName(key.key, false)),
      code(key && keyName(key.mac ?? key.key, true)),
      `${where.map(([zh]) => zh).join('、')} · *${where.map(([, en]) => en).join(', ')}*`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| 命令 · *Command* | 按键 · *Key* | macOS | 在哪里 · *Where* |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** The commands that have a key: what a README has room for. */
export function keyTable({ contributes }, texts, head) {
  const rows = contributes.keybindings.map(({ command, key, mac }) => {
    const { title } = contributes.commands.find((one) => one.command === command);
    return `| ${textOf(texts, title)} | ${code(keyName(key, false))} | ${code(keyName(mac ?? key, true))} |`;
  });
  return [head, '| --- | --- | --- |', ...rows].join('\n');
}
