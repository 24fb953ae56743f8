/** The languages Plandoc speaks. Chinese is the one to fall back to. */
export type Locale = 'zh' | 'en';

/** The same sentence in each language; `{name}` marks a place to fill. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type MessageArgs = Readonly<Record<string, string | number>>;

/** Picks the language and fills the places. A place without a value stays as it is, so that a slip is seen. */
export function say(message: Message, locale: Locale, args: MessageArgs = {}): string {
  return message[locale].replace(/\{(\w+)\}/g, (place, name: string) => String(args[name] ?? place));
}

/** `zh` for every Chinese tag and for none at all, `en` for the rest (`en-US`, `C.UTF-8` says nothing and counts as none). */
export function localeOf(tag: string | undefined): Locale {
  return tag && /^(?!zh|c\b|posix)[a-z]{2,3}(?:[-_.@]|$)/i.test(tag) ? 'en' : 'zh';
}
