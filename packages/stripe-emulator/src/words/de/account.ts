import type { account as english } from '../en/account.ts';
import { phrase } from '../phrase.ts';

export const account: typeof english = {
  steps: {
    'business-type': {
      title: 'Unternehmensart',
      short: 'Art',
      intro: 'Sagen Sie uns, welche Art von Unternehmen das Geld erhält.',
    },
    business: {
      title: 'Angaben zum Unternehmen',
      short: 'Unternehmen',
      intro: 'Was Sie verkaufen, und unter welchem Namen.',
    },
    person: {
      title: 'Ihre Angaben',
      short: 'Sie',
      intro: 'Die Person, die für das Konto verantwortlich ist. Stripe prüft ihre Identität.',
    },
    owners: {
      title: 'Inhaber',
      short: 'Inhaber',
      intro: 'Stripe muss alle Personen kennen, denen mindestens ein Viertel des Unternehmens gehört.',
    },
    'owner-details': {
      title: 'Angaben zu den Inhabern',
      short: 'Angaben zu Inhabern',
      intro: 'Wer die weiteren Inhaber sind.',
    },
    document: {
      title: 'Ausweisdokument',
      short: 'Ausweis',
      intro: 'Stripe möchte ein Dokument einer Person sehen, die hinter dem Konto steht.',
    },
    bank: { title: 'Bankkonto', short: 'Bank', intro: 'Wohin Ihre Auszahlungen gehen.' },
    review: { title: 'Prüfen und absenden', short: 'Prüfen', intro: 'Prüfen Sie, ob alles stimmt.' },
  },
  stepsLabel: 'Schritte',
  questions: 'Fragen von Stripe',
  whereYouAre: (platform, step, steps) => `${platform} arbeitet mit Stripe zusammen · ${step} von ${steps}`,
  continue: 'Weiter',
  saveForLater: 'Für später speichern',
  submit: 'Absenden',
  agreeAndSubmit: 'Zustimmen und absenden',
  left: {
    later: {
      title: 'Für später gespeichert',
      text: 'Ihre Antworten sind gespeichert. Machen Sie weiter, wann Sie möchten.',
    },
    finished: { title: 'Das ist alles', text: 'Stripe hat vorerst, was es braucht. Sie müssen nichts weiter tun.' },
    askedAgain: { title: 'Stripe benötigt noch etwas', text: 'Es fehlt noch etwas.' },
    lookAgain: 'Noch einmal ansehen',
  },
  terms: {
    agree: (terms, platform, privacy) =>
      phrase`Mit dem Absenden stimmen Sie Folgendem zu: ${terms}. ${platform} und Stripe teilen Ihre Angaben; Näheres: ${privacy}.`,
    full: 'Nutzungsbedingungen',
    recipient: 'Nutzungsbedingungen für Empfänger',
    privacy: 'Datenschutzerklärung',
    ofEmulator: {
      full: 'Testbedingungen dieses Emulators',
      recipient: 'Testbedingungen dieses Emulators für Empfänger',
      privacy: 'Test-Datenschutzerklärung dieses Emulators',
    },
  },
  sections: {
    business_details: 'Angaben zum Unternehmen',
    personal_details: 'Persönliche Angaben',
    public_details: 'Öffentliche Angaben',
  },
  bankForPayouts: 'Bankkonto für Auszahlungen',
  addBank: 'Hinzufügen',
  addingBank: 'Bankkonto für Auszahlungen hinzufügen',
  defaultBank: 'Standard',
  makeDefault: 'Als Standard festlegen',
  makingDefault: (last4) => `Als Standard festlegen: Konto, das auf ${last4} endet`,
  returned: 'Auszahlung zurückgewiesen',
  needsMore: {
    title: 'Stripe benötigt noch etwas von Ihnen',
    text: 'Ohne diese Angaben können Zahlungen und Auszahlungen ausgesetzt werden.',
  },
  provide: 'Angaben machen',
  reasons: {
    verification_document_failed_other: 'Das Dokument war nicht lesbar.',
    verification_failed_address_match: 'Die Adresse konnte nicht bestätigt werden.',
    verification_failed_id_number_match: 'Die Ausweisnummer passt nicht zu Name und Geburtsdatum.',
  },
  signIn: {
    label: 'Anmelden',
    title: 'Melden Sie sich bei Stripe an, um fortzufahren',
    text: 'Diese Angaben werden von Stripe verwahrt. Melden Sie sich dort einmal in einem eigenen Fenster an, und machen Sie dann hier weiter.',
    open: 'Anmelden',
    openAgain: 'Fenster erneut öffnen',
    waiting: 'Bitte melden Sie sich im anderen Fenster an.',
    closed: 'Das Fenster wurde geschlossen, bevor Sie sich angemeldet haben.',
    blocked: 'Ihr Browser hat das Fenster blockiert',
    wayOut: (link) =>
      phrase`Erlauben Sie Fenster für diese Seite, oder ${link}. Sobald Sie angemeldet sind, geht es hier weiter.`,
    newTab: 'melden Sie sich in einem neuen Tab an',
  },
  notices: {
    label: 'Benachrichtigungen des Stripe-Emulators',
    kinds: {
      rejected: {
        title: 'Dieses Konto wurde geschlossen',
        text: 'Stripe hat dieses Konto geschlossen. Es kann keine Zahlungen mehr annehmen. Fragen Sie den Support von Stripe, was mit Ihrem Guthaben geschieht.',
      },
      under_review: {
        title: 'Stripe prüft Ihre Angaben',
        text: 'Bis dahin warten Zahlungen und Auszahlungen. Sie müssen nichts tun.',
      },
      payouts_paused: {
        title: 'Auszahlungen sind ausgesetzt',
        text: 'Stripe hält Ihre Auszahlungen vorerst zurück. Ihr Geld ist sicher und bleibt in Ihrem Guthaben.',
      },
      more_needed: {
        title: 'Stripe benötigt noch etwas von Ihnen',
        text: 'Ohne diese Angaben werden Zahlungen und Auszahlungen ausgesetzt.',
      },
      overdue: {
        title: 'Stripe benötigt jetzt etwas von Ihnen',
        text: 'Bis dahin sind Zahlungen und Auszahlungen ausgesetzt.',
      },
      needed_later: {
        title: 'Stripe wird noch etwas von Ihnen benötigen',
        text: 'Sie können die Angaben jetzt schon machen. Zahlungen und Auszahlungen laufen inzwischen weiter.',
      },
      bank_returned: {
        title: 'Ihre Bank hat eine Auszahlung zurückgewiesen',
        text: 'Prüfen Sie die Kontonummer und geben Sie sie erneut ein.',
      },
    },
    notSentTo: (bank) => `Das Geld konnte nicht an ${bank} gesendet werden.`,
    updateBank: 'Bankkonto aktualisieren',
    openElsewhere: 'In neuem Tab öffnen',
    dueBy: (day) => phrase`Bitte bis ${day} erledigen.`,
  },
};
