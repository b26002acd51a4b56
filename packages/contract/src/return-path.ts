/** Where the reader's own pages end: anything that resolves elsewhere is a phishing link, not a way back. */
const here = 'https://here.invalid';

/** Addresses that are no page, or that would ask for signing in again. */
const noWayBack = /^\/(?:sign-(?:in|up)|auth|api)\b/u;

/**
 * Returns the path somebody was going to before they had to sign in, or `/`.
 *
 * Only paths of ours come back: `//evil.example`, `/\evil.example` and `https:…` all become `/`, and so does
 * `/.//evil.example`, which is one of them once its dot is gone.
 */
export function ownPathFrom(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith('/') || !isHere(wanted)) return '/';
  const { pathname, search } = new URL(wanted, here);
  return isHere(pathname + search) && !noWayBack.test(pathname) ? pathname + search : '/';
}

function isHere(path: string): boolean {
  return URL.canParse(path, here) && new URL(path, here).origin === here;
}
