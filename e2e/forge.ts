import type { Frame, Page } from '@playwright/test';

/** The frame of a component, by the tag that it shows. */
export function frameOf(page: Page, tag: string): Frame {
  const found = page.frames().find((frame) => frame.url().endsWith(`/v1.0/frames/${tag}`));
  if (found === undefined) throw new Error(`No frame shows ${tag}`);
  return found;
}

interface Forged {
  readonly body: object;
  readonly secret: string;
  readonly component: string | undefined;
}

/** Sends what a frame would send, from inside the frame. */
export function forge(frame: Frame, path: string, forged: Forged): Promise<number> {
  return frame.evaluate(
    async ([to, { body, secret, component }]) => {
      const headers = {
        Authorization: `Bearer ${secret}`,
        'Content-Type': 'application/json',
        ...(component !== undefined && { 'Frame-Component': component }),
      };
      const reply = await fetch(`/v1.0/frame-api/${to}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return reply.status;
    },
    [path, forged] as const,
  );
}
