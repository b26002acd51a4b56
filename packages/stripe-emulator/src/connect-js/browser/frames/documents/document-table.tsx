import { useState } from 'preact/hooks';
import type { DocumentRow, FrameAnswers } from '../../../frame-data.ts';
import { ApiFailure } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';
import { saveFile } from '../save-file.ts';
import { Moment } from '../ui/moment.tsx';
import { Table } from '../ui/table.tsx';

const kinds: Record<DocumentRow['kind'], string> = { statement: 'Statement', fee_invoice: 'Fee invoice' };

/** Documents as a table; each is made by the server when it is asked for, for whoever the session belongs to. */
export function DocumentTable({ rows }: { rows: readonly DocumentRow[] }) {
  const { look } = useFrame();
  const { download, refusal } = useDownload();
  return (
    <>
      {refusal !== undefined && (
        <p class="notice danger" role="alert">
          {refusal}
        </p>
      )}
      <Table
        kind="documents"
        rows={rows}
        columns={[
          { place: 'name', head: 'Month', render: ({ monthUnix }) => monthInWords(monthUnix, look.locale) },
          { place: 'description', head: 'Document', render: ({ kind }) => kinds[kind] },
          {
            place: 'customer',
            head: 'Made',
            render: ({ madeUnix }) => (
              <>
                <span class="only-narrow">Made </span>
                <Moment unix={madeUnix} day />
              </>
            ),
          },
          {
            place: 'downloads',
            head: 'Download',
            render: ({ id, kind, monthUnix, formats }) =>
              formats.map((format) => (
                <button
                  key={format}
                  type="button"
                  aria-label={`Download ${kinds[kind]}, ${monthInWords(monthUnix, look.locale)}, ${format.toUpperCase()}`}
                  onClick={() => void download(`${id}.${format}`)}
                >
                  {format.toUpperCase()}
                </button>
              )),
          },
        ]}
      />
    </>
  );
}

function monthInWords(unix: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(unix * 1000);
}

function useDownload() {
  const { api } = useFrame();
  const [refusal, setRefusal] = useState<string>();

  async function download(file: string): Promise<void> {
    setRefusal(undefined);
    try {
      const { name, type, content } = await api.get<FrameAnswers['documents/:id']>(`documents/${file}`);
      saveFile(name, type, content);
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      setRefusal(`The document could not be downloaded. ${cause.message}`);
    }
  }

  return { download, refusal };
}
