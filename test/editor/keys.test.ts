/** Our keys against all keys of the editor that runs the tests. */
import * as vscode from 'vscode';
import { equal, extensionId, ok, until } from './helpers';

interface Key {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** Conditions under which the text of a plan does not have the focus, or a plan is not what is edited. */
const ELSEWHERE =
  /(?<![!\w.])(false$|\w+ViewerFocused|terminal\w*|notebook\w*|\w*[cC]hat\w*|inlineChat\w*|listFocus|replaceInputFocussed|findInputFocussed|inSearchEditor|searchViewletVisible|accessibleView\w*|inQuickOpen|inQuickInput|repl\w*|hasSpeechProvider|findWidgetVisible|isInDiffEditor|inDebugMode|webviewFindWidget\w*|activeEditor == \S+|editorLangId == (?!plan)\w+|resourceLangId == (?!plan)\w+)/;

const withoutComments = (text: string): string => text.replace(/^\s*\/\/.*$/gm, '');

describe('按键 keys', () => {
  it('take nothing from what the editor does in a text', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      readonly contributes: { readonly keybindings: readonly Key[] };
    };
    const own = manifest.contributes.keybindings;
    const table = await until('the table of keys', async () => {
      const document = await vscode.workspace.openTextDocument(
        vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
      );
      return document.getText().length > 1000 ? document.getText() : undefined;
    });
    const all = JSON.parse(withoutComments(table)) as readonly Key[];
    ok(all.length > 300, `only ${all.length} keys of the editor were read`);
    const others = all.filter(({ command }) => !command.startsWith('plandoc.'));
    const taken = own.flatMap(({ key, command }) =>
      others
        .filter((other) => other.key === key || key.startsWith(`${other.key} `) || other.key.startsWith(`${key} `))
        .filter(({ when }) => !ELSEWHERE.test(when ?? ''))
        .map((other) => `${command} ${key}: ${other.command} ${other.when ?? ''}`),
    );
    equal(taken, [], 'keys taken');
  });
});
