import { phrase } from '../phrase.ts';

/** Reports and documents. */
export const reports = {
  daysOf: { balance: 'Days of the balance report', payouts: 'Days of the payouts report' },
  show: 'Show',
  downloadCsv: 'Download CSV',
  before: 'Balance before',
  activity: 'Came and went',
  after: 'Balance after',
  heads: { net: 'Net', what: 'What it is', gross: 'Gross and fee' },
  less: <Part>(gross: Part, fee: Part) => phrase`${gross} less ${fee}`,
  newest: (shown: string, all: string) => `The newest ${shown} of ${all} lines. The file has all of them.`,
  none: { title: 'Nothing on these days', text: 'Choose other days to see more.' },
  unavailable: {
    title: 'No report for payouts by hand',
    text: 'Only automatic payouts can be traced to their payments.',
  },
  documents: {
    kinds: { statement: 'Statement', fee_invoice: 'Fee invoice' },
    heads: { month: 'Month', document: 'Document', made: 'Made', download: 'Download' },
    made: <Part>(day: Part) => phrase`Made ${day}`,
    download: (kind: string, month: string, format: string) => `Download ${kind}, ${month}, ${format}`,
    notDownloaded: (reason: string) => `The document could not be downloaded. ${reason}`,
    none: {
      title: 'No documents yet',
      text: 'After each month with payments you find its statement and its fees here.',
    },
  },
};
