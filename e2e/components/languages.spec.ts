import type { Page } from '@playwright/test';
import { englishLeftIn } from './english-left.ts';
import { expect, test as base } from './fixtures.ts';
import { inlineFor, openNewcomer, openShop, overlaysFor, type Shop } from './shop.ts';

const test = base.extend<{ readonly shop: Shop }>({
  shop: async ({ platform }, use) => {
    await use(await openShop(platform));
  },
  seller: async ({ platform, shop, sellerKind }, use) => {
    await use(sellerKind.isNew === true ? await openNewcomer(platform) : shop.seller);
  },
});

// What a session does not include is refused.
test.use({ allowedErrors: [/status of 403/u] });

const GERMAN = { locale: 'de-DE' };

/** What each component says in German, at its place in the page. */
const MAIN_WORDS: Readonly<Record<string, readonly string[]>> = {
  Benachrichtigungen: ['Stripe benötigt noch etwas von Ihnen', 'Angaben machen'],
  Kontoverwaltung: ['Angaben zum Unternehmen', 'Geburtsdatum', 'Bankkonto für Auszahlungen'],
  Guthaben: ['Verfügbar', 'Unterwegs', 'Sofort auszahlen', 'Geld geht jeden Werktag an Ihre Bank.'],
  Zahlungen: ['Beschreibung', 'Erfolgreich', 'Angefochten', 'Teilweise erstattet'],
  'Anfechtungen der Zahlung': ['Die Bank des Kunden hat das Geld zurückgeholt.', 'Grund: Betrug.', 'Antworten'],
  Zahlungsanfechtungen: ['Antwort nötig', 'Eröffnet', 'Betrug'],
  Auszahlungen: ['Nächste Auszahlung', 'Zeitplan bearbeiten', 'Ausgezahlt', 'Automatisch'],
  'Liste der Auszahlungen': ['Veranlasst', 'Unterwegs'],
  Sofortauszahlungen: ['Sie müssen nicht auf die nächste Auszahlung warten.'],
  Guthabenbericht: ['Guthaben vorher', 'Rückerstattung · Wedding list', 'CSV herunterladen'],
  'Abgleich der Auszahlungen': ['Brutto und Gebühr', 'Anzeigen'],
  Dokumente: ['Kontoauszug', 'Erstellt'],
  Steuereinstellungen: ['Hauptsitz', 'Straße und Hausnummer', 'Allgemein – materielle Güter'],
  Steuerregistrierungen: ['California, Vereinigte Staaten', 'One-Stop-Shop, EU-Regelung', 'Beenden'],
  Karte: ['Nummer anzeigen', 'Karte sperren', 'Kein Limit'],
  Karten: ['Karteninhaber', 'Virtuell', 'Physisch'],
  Finanzkonto: ['Eingehend', 'Kontonummer'],
  'Transaktionen des Finanzkontos': ['Gebucht', 'Ausstehend'],
  Zahlungsdetails: ['Was Sie erhalten', 'Netto', 'Verlauf', 'Zahlung erfolgreich'],
  Auszahlungsdetails: ['Voraussichtlich am', 'Enthaltene Beträge'],
  Kontoeinrichtung: ['Eingetragener Name', 'Branche', 'Für später speichern', 'Platform arbeitet mit Stripe zusammen'],
};

/** Expects the main words of each of these components, and nothing in English. */
async function expectGerman(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const component = page.frameLocator(`iframe[title="${title}"]`).locator('body');
    for (const words of MAIN_WORDS[title] ?? []) await expect(component, title).toContainText(words);
  }
  for (const frame of page.frames().slice(1)) {
    expect(await englishLeftIn(frame), frame.url()).toEqual([]);
    expect(await frame.locator('html').getAttribute('lang')).toBe('de-DE');
  }
}

const titles = Object.keys(MAIN_WORDS);
const titlesOfOverlays = ['Zahlungsdetails', 'Auszahlungsdetails'];

test('in German every component of a shop speaks German only', async ({ open, page, shop }) => {
  const { show, settled } = await open(GERMAN, ...inlineFor(shop));
  await settled();
  await expectGerman(
    page,
    titles.filter((title) => title !== 'Kontoeinrichtung' && !titlesOfOverlays.includes(title)),
  );
  for (const [index, component] of overlaysFor(shop).entries()) {
    await show(component);
    await expectGerman(page, titlesOfOverlays.slice(index, index + 1));
    await page.frameLocator('iframe >> nth=-1').getByRole('dialog').press('Escape');
  }
});

test.describe('a newcomer', () => {
  test.use({ sellerKind: { isNew: true } });

  test('is asked in German, keeps what was typed while the language changes, and is told in it what is wrong', async ({
    open,
    page,
  }) => {
    const { frame } = await open(GERMAN, { tag: 'account-onboarding' });
    const inGerman = frame('Kontoeinrichtung');
    await expectGerman(page, ['Kontoeinrichtung']);
    await inGerman.getByLabel('Eingetragener Name').fill('Töpferei Berg');
    await inGerman.getByLabel('Website').fill('berg');
    await inGerman.getByRole('button', { name: 'Weiter' }).click();
    await expect(inGerman.getByRole('alert')).toHaveText('Bitte prüfen Sie 3 Felder.');
    await expect(inGerman.getByLabel('Website')).toHaveAccessibleDescription(/vollständige Adresse/u);
    await expectGerman(page, []);

    await page.evaluate(() => {
      window.platform.connect().update({ locale: 'fr-FR' });
    });
    const inEnglish = frame('Account onboarding');
    await expect(inEnglish.getByRole('alert')).toHaveText('3 fields need another look.');
    await expect(inEnglish.getByLabel('Website')).toHaveAccessibleDescription(/full address/u);
    await expect(inEnglish.getByLabel('Registered name')).toHaveValue('Töpferei Berg');
    await expect(inEnglish.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('an overlay that stands open changes its language with the page, and keeps what was typed', async ({
  open,
  page,
  shop,
}) => {
  const { frame, show } = await open({ locale: 'en-US' }, { tag: 'payments' });
  await show({ tag: 'payment-details', values: { Payment: shop.refunded } });
  const english = frame('Payment details');
  await english.getByRole('button', { name: 'Refund payment' }).click();
  await english.getByLabel('Refund amount').fill('999');
  await english.getByRole('button', { name: 'Refund $999.00' }).click();
  await expect(english.getByText('At most $300.00 can be refunded.')).toBeVisible();

  await page.evaluate(() => {
    window.platform.connect().update({ locale: 'de' });
  });
  const german = frame('Zahlungsdetails');
  await expect(german.getByRole('dialog', { name: 'Zahlungsdetails' })).toBeVisible();
  await expect(german.getByText('Höchstens 300,00 $ können rückerstattet werden.')).toBeVisible();
  await expect(german.getByLabel('Rückerstattungsbetrag')).toHaveValue('999');
  await expect(german.getByRole('button', { name: '999,00 $ rückerstatten' })).toBeVisible();
  await expect(frame('Zahlungen').getByText('Angefochten')).toBeVisible();
  await expect(german.locator('html')).toHaveAttribute('lang', 'de');
});

test('other languages have English words with their own amounts and days', async ({ open }) => {
  const { frame } = await open({ locale: 'fr-FR' }, { tag: 'payments' });
  await expect(frame('Payments').getByText('65,00 $US')).toBeVisible();
  await expect(frame('Payments').getByText('Disputed')).toBeVisible();
  await expect(frame('Payments').locator('html')).toHaveAttribute('lang', 'en');
});

test('a browser whose system has no language of its own still gets amounts and days', async ({ open }) => {
  const { frame } = await open({ locale: 'en-US@posix' }, { tag: 'payments' });
  await expect(frame('Payments').getByText('$65.00')).toBeVisible();
});

test('what a refused seller reads is German too, and the platform hears it in English', async ({ open, seller }) => {
  seller.allow({ balances: { enabled: true } });
  const { frame, heard } = await open(GERMAN, { tag: 'payments' });
  await expect(frame('Zahlungen').getByRole('alert')).toContainText('Diese Sitzung enthält payments nicht.');
  await expect
    .poll(() => heard('OnLoadError'))
    .toMatchObject([{ error: { message: 'This account session does not include payments.' } }]);
});
