import type { fields as english } from '../en/fields.ts';

const ownerNumber = (number: number) => ({
  dob: {
    label: `Inhaber ${number}: Geburtsdatum`,
    missing: 'Geben Sie ein Geburtsdatum ein.',
    wrong: 'Ein Inhaber muss mindestens 13 Jahre alt sein.',
  },
  email: {
    label: `Inhaber ${number}: E-Mail`,
    missing: 'Geben Sie eine E-Mail-Adresse ein.',
    wrong: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  },
  firstName: { label: `Inhaber ${number}: Vorname`, missing: 'Geben Sie den Vornamen ein.' },
  lastName: { label: `Inhaber ${number}: Nachname`, missing: 'Geben Sie den Nachnamen ein.' },
  percent: {
    label: `Inhaber ${number}: Anteil in Prozent`,
    missing: 'Geben Sie einen Anteil ein.',
    wrong: 'Geben Sie eine ganze Zahl von 25 bis 100 ein.',
  },
});

const [owner1, owner2, owner3] = [ownerNumber(1), ownerNumber(2), ownerNumber(3)];

export const fields: typeof english = {
  account_holder_name: { label: 'Kontoinhaber', missing: 'Geben Sie den Kontoinhaber ein.' },
  account_number: {
    label: 'Kontonummer',
    hint: 'Im Testmodus: 000123456789 funktioniert, mit 000111111116 scheitern Auszahlungen.',
    missing: 'Geben Sie die Kontonummer ein.',
    wrong: 'Geben Sie 4 bis 17 Ziffern ein.',
  },
  account_number_gb: {
    label: 'Kontonummer',
    hint: 'Im Testmodus: 00012345 funktioniert.',
    missing: 'Geben Sie die Kontonummer ein.',
    wrong: 'Geben Sie 4 bis 17 Ziffern ein.',
  },
  address_city: { label: 'Ort', missing: 'Geben Sie den Ort ein.' },
  address_line1: { label: 'Privatadresse', missing: 'Geben Sie eine Adresse ein.' },
  address_postal_code: { label: 'Postleitzahl', missing: 'Geben Sie die Postleitzahl ein.' },
  address_state: { label: 'Bundesstaat', missing: 'Geben Sie den Bundesstaat ein.' },
  business_name: {
    label: 'Name, den Ihre Kunden kennen',
    missing: 'Geben Sie den Namen ein, den Ihre Kunden kennen.',
  },
  business_type: {
    label: 'Art des Unternehmens',
    options: {
      individual: 'Einzelperson oder Einzelunternehmen',
      company: 'Unternehmen',
      non_profit: 'Gemeinnützige Organisation',
    },
    missing: 'Wählen Sie eine Art des Unternehmens.',
  },
  company_name: { label: 'Eingetragener Name', missing: 'Geben Sie den eingetragenen Namen ein.' },
  dob: {
    label: 'Geburtsdatum',
    missing: 'Geben Sie ein Geburtsdatum ein.',
    wrong: 'Die verantwortliche Person muss mindestens 13 Jahre alt sein.',
  },
  document: {
    label: 'Dokument',
    options: {
      file_identity_document_success: 'Testpass, lesbar',
      file_identity_document_failure: 'Testpass, nicht lesbar',
    },
    missing: 'Wählen Sie ein Dokument.',
  },
  email: {
    label: 'E-Mail',
    missing: 'Geben Sie eine E-Mail-Adresse ein.',
    wrong: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  },
  executive: {
    label: 'Sind Sie an der Führung des Unternehmens beteiligt?',
    options: { yes: 'Ja', no: 'Nein' },
    missing: 'Wählen Sie Ja oder Nein.',
  },
  first_name: { label: 'Vorname', missing: 'Geben Sie den Vornamen ein.' },
  further_owners: {
    label: 'Wem gehören außerdem 25 Prozent oder mehr?',
    options: {
      '0': 'Niemandem sonst',
      '1': 'Einer weiteren Person',
      '2': 'Zwei weiteren Personen',
      '3': 'Drei weiteren Personen',
    },
    missing: 'Wählen Sie, wie vielen Personen.',
  },
  iban: {
    label: 'IBAN',
    hint: 'Im Testmodus: DE89370400440532013000 funktioniert, mit DE62370400440532013001 scheitern Auszahlungen.',
    missing: 'Geben Sie die IBAN ein.',
    wrong: 'Geben Sie die IBAN ohne Leerzeichen ein.',
  },
  id_number: {
    label: 'Persönliche Identifikationsnummer',
    hint: 'Im Testmodus: 000000000 wird angenommen, 111111111 nicht.',
    missing: 'Geben Sie die Nummer ein.',
    wrong: 'Geben Sie nur Ziffern ein.',
  },
  industry: {
    label: 'Branche',
    options: {
      '5734': 'Software',
      '5999': 'Laden oder Einzelhandel',
      '5814': 'Essen und Getränke',
      '7299': 'Dienstleistungen',
      '8299': 'Bildung',
      '5969': 'Sonstiges',
    },
    missing: 'Wählen Sie eine Branche.',
  },
  last_name: { label: 'Nachname', missing: 'Geben Sie den Nachnamen ein.' },
  owner1_dob: owner1.dob,
  owner1_email: owner1.email,
  owner1_first_name: owner1.firstName,
  owner1_last_name: owner1.lastName,
  owner1_percent: owner1.percent,
  owner2_dob: owner2.dob,
  owner2_email: owner2.email,
  owner2_first_name: owner2.firstName,
  owner2_last_name: owner2.lastName,
  owner2_percent: owner2.percent,
  owner3_dob: owner3.dob,
  owner3_email: owner3.email,
  owner3_first_name: owner3.firstName,
  owner3_last_name: owner3.lastName,
  owner3_percent: owner3.percent,
  percent_ownership: {
    label: 'Anteil am Unternehmen, in Prozent',
    hint: 'Ab 25 Prozent gilt eine Person bei Stripe als Inhaber. Ist Ihr Anteil kleiner, lassen Sie das Feld leer.',
    wrong: 'Geben Sie eine ganze Zahl bis 100 ein.',
  },
  phone: {
    label: 'Telefon',
    missing: 'Geben Sie eine Telefonnummer ein.',
    wrong: 'Geben Sie eine Telefonnummer mit Ländervorwahl ein.',
  },
  product_description: {
    label: 'Was Sie verkaufen',
    hint: 'Ein Satz genügt. Sie dürfen das Feld leer lassen.',
    wrong: 'Schreiben Sie mindestens zehn Zeichen, oder nichts.',
  },
  routing_number: {
    label: 'Bankleitzahl (Routing Number)',
    missing: 'Geben Sie die Bankleitzahl ein.',
    wrong: 'Eine Routing Number hat neun Ziffern.',
  },
  sort_code: {
    label: 'Bankleitzahl (Sort Code)',
    missing: 'Geben Sie die Bankleitzahl ein.',
    wrong: 'Ein Sort Code hat sechs Ziffern.',
  },
  ssn: {
    label: 'Sozialversicherungsnummer',
    hint: 'Im Testmodus: 000000000 wird angenommen, 111111111 nicht.',
    missing: 'Geben Sie die Nummer ein.',
    wrong: 'Geben Sie nur Ziffern ein.',
  },
  statement_descriptor: {
    label: 'Zahlungsbeschreibung in der Abrechnung',
    hint: 'Was Kunden in ihrer Kartenabrechnung lesen: 5 bis 22 Zeichen.',
    wrong: 'Verwenden Sie 5 bis 22 Zeichen, mit einem Buchstaben und ohne < > \\ \' " *.',
  },
  support_email: { label: 'Support-E-Mail', wrong: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.' },
  support_phone: { label: 'Support-Telefon', wrong: 'Geben Sie eine Telefonnummer mit Ländervorwahl ein.' },
  support_url: {
    label: 'Support-Website',
    wrong: 'Geben Sie die vollständige Adresse ein, zum Beispiel https://example.com.',
  },
  tax_id: { label: 'Steuernummer des Unternehmens', missing: 'Geben Sie die Steuernummer ein.' },
  title: { label: 'Position im Unternehmen', missing: 'Geben Sie Ihre Position ein.' },
  url: {
    label: 'Website',
    missing: 'Geben Sie Ihre Website ein.',
    wrong: 'Geben Sie die vollständige Adresse ein, zum Beispiel https://example.com.',
  },
};
