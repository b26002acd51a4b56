import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The one HTML document of every page, as built, with the configuration written into it. */
export interface Shell {
  readonly html: string;
  /** The contents of its inline scripts, which the Content-Security-Policy names by hash. */
  readonly inlineScripts: readonly string[];
}

const placeholder = '%SELLERDESK_CONFIG%';

/** Returns the shell of the built pages, or nothing when they are not built. It is read once and is the same for all. */
export async function loadShell({ http, stripe, platform, oidc }: Config): Promise<Shell | undefined> {
  const template = await readFileIfThere(join(http.webDist, 'index.html'));
  if (template === undefined) return undefined;
  const { name, accentColor } = platform;
  const settings = JSON.stringify({
    connectJsUrl: stripe.connectJsUrl,
    platform: { name, accentColor },
    signInWith: { staff: oidc.staff?.label, sellers: oidc.sellers?.label },
  });
  const html = template.replaceAll(placeholder, () => escaped(settings)).replaceAll('\r\n', '\n');
  return { html, inlineScripts: inlineScriptsOf(html) };
}

async function readFileIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? character);
}

function inlineScriptsOf(html: string): string[] {
  const scripts = html.matchAll(/<script(?<attributes>[^>]*)>(?<content>[\s\S]*?)<\/script>/giu);
  return [...scripts].flatMap(({ groups }) =>
    /\ssrc\s*=/iu.test(groups?.['attributes'] ?? '') ? [] : [groups?.['content'] ?? ''],
  );
}
