/** Where the reader's own pages end: anything that resolves elsewhere is a phishing link, not a way back. */
const here = 'https://here.invalid';

/**
 * Returns the path a seller was going to before they had to sign in, from the sign-in page's query, or `/`.
 *
 * Only paths of ours come back: `//evil.example`, `/\evil.example` and `https:…` all become `/`, and so does
 * `/.//evil.example`, which is one of them once its dot is gone.
 */
export function returnPathFrom(search: string): string {
  const wanted = new URLSearchParams(search).get('next');
  if (wanted === null || !wanted.startsWith('/') || !isHere(wanted)) return '/';
  const { pathname, search: query } = new URL(wanted, here);
  return isHere(pathname + query) && !/^\/sign-(?:in|up)\b/u.test(pathname) ? pathname + query : '/';
}

function isHere(path: string): boolean {
  return URL.canParse(path, here) && new URL(path, here).origin === here;
}
