/** Where the reader's own pages end: anything that resolves elsewhere is a phishing link, not a way back. */
const here = 'https://here.invalid';

/**
 * Returns the path a seller was going to before they had to sign in, from the sign-in page's query, or `/`.
 *
 * Only paths of ours come back: `//evil.example`, `/\evil.example` and `https:…` all become `/`.
 */
export function returnPathFrom(search: string): string {
  const wanted = new URLSearchParams(search).get('next');
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, here)) return '/';
  const url = new URL(wanted, here);
  if (url.origin !== here || /^\/sign-(?:in|up)\b/u.test(url.pathname)) return '/';
  return url.pathname + url.search;
}
