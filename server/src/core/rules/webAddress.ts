/** Web and mail addresses, in which marks mean something else than in Chinese text. */
const ADDRESS = /(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'()*+,;=%]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** The stretches of a text that are web or mail addresses. */
export function addressesIn(text: string): readonly (readonly [from: number, to: number])[] {
  if (!text.includes('://') && !text.includes('www.') && !text.includes('@')) return [];
  return [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length]);
}
