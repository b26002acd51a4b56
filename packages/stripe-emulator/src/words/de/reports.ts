import type { reports as english } from '../en/reports.ts';
import { phrase } from '../phrase.ts';

export const reports: typeof english = {
  daysOf: { balance: 'Tage des Guthabenberichts', payouts: 'Tage des Auszahlungsabgleichs' },
  show: 'Anzeigen',
  downloadCsv: 'CSV herunterladen',
  before: 'Guthaben vorher',
  activity: 'Zu- und Abgänge',
  after: 'Guthaben nachher',
  heads: { net: 'Netto', what: 'Vorgang', gross: 'Brutto und Gebühr' },
  less: (gross, fee) => phrase`${gross} abzüglich ${fee}`,
  newest: (shown, all) => `Die neuesten ${shown} von ${all} Zeilen. Die Datei enthält alle.`,
  none: { title: 'Nichts an diesen Tagen', text: 'Wählen Sie andere Tage, um mehr zu sehen.' },
  unavailable: {
    title: 'Kein Abgleich für manuelle Auszahlungen',
    text: 'Nur automatische Auszahlungen lassen sich zu ihren Zahlungen zurückverfolgen.',
  },
  documents: {
    kinds: { statement: 'Kontoauszug', fee_invoice: 'Gebührenrechnung' },
    heads: { month: 'Monat', document: 'Dokument', made: 'Erstellt', download: 'Herunterladen' },
    made: (day) => phrase`Erstellt am ${day}`,
    download: (kind, month, format) => `${kind} für ${month} als ${format} herunterladen`,
    notDownloaded: (reason) => `Das Dokument konnte nicht heruntergeladen werden. ${reason}`,
    none: {
      title: 'Noch keine Dokumente',
      text: 'Nach jedem Monat mit Zahlungen finden Sie hier den Kontoauszug und die Gebühren.',
    },
  },
};
