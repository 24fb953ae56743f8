/**
 * Addresses (URIs) of files. Editors write one file in several ways (`(` or `%28`, `c:` or `C%3A`), all of them right by
 * RFC 3986; so what is compared is `sameFormOf` both.
 */
import { encodeName } from '../core/text/percent';

export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

export function hasName(uri: string, names: readonly string[]): boolean {
  return names.some((name) => uri.endsWith(`/${name}`));
}

/**
 * The address of `path`, a path or an address, as seen from a folder. `null` for one that leads to another file system or
 * another host: a document that somebody sent must not make the editor ask there.
 */
export function addressFrom(folder: string, path: string): string | null {
  const [root = '', ...names] = splitAddress(folder);
  if (/^[a-z][a-z0-9+.-]+:\//i.test(path))
    return splitAddress(path)[0]!.toLowerCase() === root.toLowerCase() ? path : null;
  const steps = path.replaceAll('\\', '/').split('/');
  const absolute = steps[0] === '' || /^[a-z]:$/i.test(steps[0]!);
  const found = absolute ? [] : names;
  for (const step of steps) {
    if (step === '..') found.pop();
    else if (step !== '.' && step !== '') found.push(encodeName(step));
  }
  return [root, ...found].join('/');
}

/** The path of an address as seen from a folder, with its names as people write them. */
export function pathFrom(folder: string, uri: string): string {
  const [from, to] = [splitAddress(folder), splitAddress(uri)].map((parts) => parts.map(decoded));
  let same = 0;
  while (same < from!.length && from![same] === to![same]) same++;
  if (same === 0) return uri;
  return [...from!.slice(same).map(() => '..'), ...to!.slice(same)].join('/');
}

/** One form for all ways in which an address may be written. */
export function sameFormOf(uri: string): string {
  const [root = '', ...names] = splitAddress(uri);
  const forms = names.map((name, at) => {
    const plain = decoded(name);
    return encodeName(at === 0 && /^[a-z]:$/i.test(plain) ? plain.toLowerCase() : plain);
  });
  return [root.toLowerCase(), ...forms].join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A stray % in a name.
  }
}

/** Scheme and authority, then the folders. */
function splitAddress(uri: string): string[] {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
  return [root, ...uri.slice(root.length).split('/').filter(Boolean)];
}
