import { createHash } from 'node:crypto';

/** A file as it was sent: what is left of it once it has been read. */
export interface Upload {
  readonly filename: string;
  readonly size: number;
  /** Tells one content from another. */
  readonly digest: string;
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'filename' in value && 'size' in value && 'digest' in value;
}

/** Reads a form with files in it; undefined when the body is none. */
export function parseMultipart(
  body: Buffer,
  contentType: string,
): Readonly<Record<string, string | Upload>> | undefined {
  const boundary = /boundary="?(?<boundary>[^";]+)"?/u.exec(contentType)?.groups?.['boundary'];
  if (boundary === undefined) return undefined;
  // One character for each byte: positions in the text are positions in the body.
  const parts = body.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(parts.map(readPart).filter((part) => part !== undefined));
}

function readPart(part: string): readonly [string, string | Upload] | undefined {
  const end = part.indexOf('\r\n\r\n');
  const head = Buffer.from(part.slice(0, end), 'latin1').toString();
  const content = Buffer.from(part.slice(end + 4, -2), 'latin1');
  const name = /[; ]name="(?<name>[^"]*)"/u.exec(head)?.groups?.['name'];
  if (end < 0 || name === undefined) return undefined;
  const filename = /filename="(?<filename>[^"]*)"/u.exec(head)?.groups?.['filename'];
  if (filename === undefined) return [name, content.toString()];
  const digest = createHash('sha256').update(content).digest('hex');
  return [name, { filename, size: content.length, digest }];
}
