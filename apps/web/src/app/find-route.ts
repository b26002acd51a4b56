import { matchRoute, type RouterObject } from 'wouter';
import { type FrameRoute, frameRoutes, type RouteParams } from './routes.tsx';

/** A page of ours and what its address holds. */
export interface FoundRoute {
  readonly route: FrameRoute;
  readonly params: RouteParams;
}

/** Returns the page at a path; nothing where there is none. */
export function findRoute(parser: RouterObject['parser'], path: string): FoundRoute | undefined {
  for (const route of frameRoutes) {
    const [matches, params] = matchRoute(parser, route.pattern, path);
    if (matches) return { route, params };
  }
  return undefined;
}
