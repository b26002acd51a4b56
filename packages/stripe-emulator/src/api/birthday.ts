import { integer, object, type Param, required } from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';

/** A day of somebody's birth. */
interface Birthday {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const parts = object({
  day: required(integer({ min: 1, max: 31 })),
  month: required(integer({ min: 1, max: 12 })),
  year: required(integer({ min: 1900, max: 9999 })),
});

/** A birthday: a day that there was, since 1900. Stripe's words for a day that its month has not are not known. */
export const birthday: Param<Birthday> = {
  required: false,
  read: (raw, path) => {
    const { day, month, year } = parts.read(raw, path);
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCDate() !== day) throw invalidParam('This month has no such day.', `${path}[day]`);
    if (date.getTime() > Date.now()) throw invalidParam('Nobody was born in the future.', `${path}[year]`);
    return { day, month, year };
  },
};

/** What an account says of somebody: not acted upon, but a birthday that is none is refused. */
export function withBirthday(name: 'date_of_birth' | 'dob'): Param<unknown> {
  return {
    required: false,
    read: (raw, path) => {
      const said = new Map(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
      const born: unknown = said.get(name);
      if (born !== undefined && born !== null && born !== '') birthday.read(born, `${path}[${name}]`);
      return raw;
    },
  };
}
