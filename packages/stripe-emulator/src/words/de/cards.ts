import type { cards as english } from '../en/cards.ts';
import { phrase } from '../phrase.ts';

export const cards: typeof english = {
  statuses: { active: 'Aktiv', inactive: 'Gesperrt', canceled: 'Gekündigt' },
  types: { physical: 'Physisch', virtual: 'Virtuell' },
  heads: { cardholder: 'Karteninhaber', card: 'Karte', limit: 'Limit' },
  none: { title: 'Noch keine Karten', text: 'Karten, die für Ihr Team ausgestellt werden, sehen Sie hier.' },
  noneOfYours: { title: 'Noch keine Karte', text: 'Karten, die für Sie ausgestellt werden, sehen Sie hier.' },
  all: 'Alle Karten',
  cardEndingIn: 'Karte, endet auf',
  facts: { expires: 'Gültig bis', securityCode: 'Prüfziffer', cardId: 'Karten-ID' },
  showNumber: 'Nummer anzeigen',
  hideNumber: 'Nummer verbergen',
  notShown: (reason) => `Die Nummer kann nicht angezeigt werden. ${reason}`,
  freeze: 'Karte sperren',
  unfreeze: 'Karte entsperren',
  changeLimit: 'Limit ändern',
  noLimit: 'Kein Limit',
  aMonth: (amount) => phrase`${amount} im Monat`,
  monthlyLimit: 'Monatliches Limit',
  limitHint: 'Lassen Sie das Feld leer, wenn es kein Limit geben soll',
  noAmount: 'Geben Sie einen Betrag ein, zum Beispiel 500,00, oder nichts.',
  saveLimit: 'Limit speichern',
  account: {
    none: { title: 'Kein Finanzkonto', text: 'Wird ein Finanzkonto für Sie eröffnet, sehen Sie es hier.' },
    name: 'Finanzkonto',
    available: 'Verfügbar',
    coming: 'Eingehend',
    going: 'Ausgehend',
    facts: { routing: 'Bankleitzahl (Routing Number)', number: 'Kontonummer', id: 'Finanzkonto-ID' },
  },
  transactions: {
    statuses: { open: 'Ausstehend', posted: 'Gebucht', void: 'Storniert' },
    none: { title: 'Noch keine Transaktionen', text: 'Ein- und Ausgänge dieses Kontos sehen Sie hier.' },
    noAccount: { title: 'Noch keine Transaktionen', text: 'Ein- und Ausgänge Ihres Finanzkontos sehen Sie hier.' },
  },
};
