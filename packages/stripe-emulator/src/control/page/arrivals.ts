import { PassThrough, type Readable } from 'node:stream';
import type { Recorder } from '../requests.ts';
import { requestRow } from './requests-section.ts';

/** Tells of each request as it arrives, as server-sent events that carry a row of the table. */
export function arrivalsOf({ arrivals }: Recorder): Readable {
  const stream = new PassThrough();
  const tell = (...[request]: Parameters<typeof requestRow>): void => {
    const row = requestRow(request);
    if (row !== undefined) stream.write(`data: ${row}\n\n`);
  };
  arrivals.on('request', tell);
  stream.once('close', () => arrivals.off('request', tell));
  // Something to read, so that whoever listens knows that they are heard.
  stream.write(': listening\n\n');
  return stream;
}
