import * as Type from 'typebox';

/** A lower-case ISO 4217 code; whether Stripe can charge in it is checked where money is made of it. */
export const CurrencyCode = Type.String({ pattern: '^[a-z]{3}$', description: 'Lower-case ISO 4217 code.' });

/** An ISO 3166-1 alpha-2 code. */
export const CountryCode = Type.String({ pattern: '^[A-Z]{2}$', description: 'Upper-case ISO 3166-1 alpha-2 code.' });

/** A whole number of the currency's minor units, as Stripe counts them. */
export const AmountMinor = Type.Integer({ minimum: 0, description: 'Whole minor units of the currency.' });

/** A moment in RFC 3339, in UTC. */
export const Moment = Type.String({ format: 'date-time' });

/** An e-mail address; unlike Stripe's own fields it is limited to what a mail server takes. */
export const Email = Type.String({ format: 'email', maxLength: 254 });
