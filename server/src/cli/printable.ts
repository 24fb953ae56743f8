/** What a terminal would act on instead of showing: control characters, and those that turn the direction of writing. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** One line for the screen: names of files and words of documents may hold anything, and must not drive the terminal. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, ' ');

/** The same for several lines: line ends and tabs stay. */
export const printableLines = (text: string): string =>
  text.replace(UNPRINTABLE, (char) => (char === '\n' || char === '\t' ? char : ' '));
