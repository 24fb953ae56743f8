// Makes the workbench speak another language without a language pack: an empty pack is registered by hand, so that
// extensions show their own translations while VS Code's texts stay English.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} userData the user data folder of the server to be started with `--locale`
 * @param {string} locale for example `zh-cn`
 */
export function registerLanguage(userData, locale) {
  mkdirSync(userData, { recursive: true });
  const translations = join(userData, 'main.i18n.json');
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: createHash('md5').update(locale).digest('hex'),
    extensions: [{ extensionIdentifier: { id: `local.${locale}` }, version: '1.0.0' }],
    translations: { vscode: translations },
    label: locale,
  };
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
