import type { FastifyServerOptions } from 'fastify';

/** As in the browser's form: only a mail server knows more about an address. */
const address = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

/**
 * Nothing is turned into anything else and nothing is dropped: what does not fit is refused, with every reason.
 *
 * Fastify's own options would make 5 of `"5"` and silently remove what is not in the schema.
 */
export const validatorOptions: NonNullable<FastifyServerOptions['ajv']> = {
  customOptions: {
    coerceTypes: false,
    removeAdditional: false,
    useDefaults: false,
    allErrors: true,
    formats: { email: (text: string) => text.length <= 254 && address.test(text) },
  },
};
