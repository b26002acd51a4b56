import { useState } from 'preact/hooks';
import type { DocumentRow, FrameAnswers } from '../../../frame-data.ts';
import { ApiFailure, failureInWords } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';
import { saveFile } from '../save-file.ts';
import { Moment } from '../ui/moment.tsx';
import { Headed, Table } from '../ui/table.tsx';

/** Documents as a table; each is made by the server when it is asked for, for whoever the session belongs to. */
export function DocumentTable({ rows }: { rows: readonly DocumentRow[] }) {
  const { look, words } = useFrame();
  const { heads, kinds, ...documents } = words.reports.documents;
  const { download, failure } = useDownload();
  return (
    <>
      {failure && (
        <p class="notice danger" role="alert">
          {documents.notDownloaded(failureInWords(failure, words))}
        </p>
      )}
      <Table
        kind="documents"
        rows={rows}
        columns={[
          { place: 'name', head: heads.month, render: ({ monthUnix }) => monthInWords(monthUnix, look.locale) },
          { place: 'description', head: heads.document, render: ({ kind }) => kinds[kind] },
          {
            place: 'customer',
            head: heads.made,
            render: ({ madeUnix }) => <Headed phrase={documents.made(<Moment unix={madeUnix} day />)} />,
          },
          {
            place: 'downloads',
            head: heads.download,
            render: ({ id, kind, monthUnix, formats }) =>
              formats.map((format) => (
                <button
                  key={format}
                  type="button"
                  aria-label={documents.download(
                    kinds[kind],
                    monthInWords(monthUnix, look.locale),
                    format.toUpperCase(),
                  )}
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
  const [failure, setFailure] = useState<ApiFailure>();

  async function download(file: string): Promise<void> {
    setFailure(undefined);
    try {
      const { name, type, content } = await api.get<FrameAnswers['documents/:id']>(`documents/${file}`);
      saveFile(name, type, content);
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      setFailure(cause);
    }
  }

  return { download, failure };
}
