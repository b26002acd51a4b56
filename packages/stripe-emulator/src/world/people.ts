import type { Account, Person } from './state.ts';
import { born, type World } from './world.ts';

type Answers = Account['answers'];
type Told = Partial<Omit<Person, 'relationship'>> & { readonly relationship?: Partial<Person['relationship']> };

/** What onboarding calls the owners besides whoever is responsible: nobody else can own a quarter. */
export const OWNER_SLOTS = ['owner1', 'owner2', 'owner3'] as const;

type Slot = (typeof OWNER_SLOTS)[number];

/** From how much of a company on somebody is one of its owners to Stripe, in percent. */
const OWNER_PERCENT = 25;

/** Somebody of whom nothing is known. */
export const UNKNOWN: Omit<Person, 'account' | 'createdUnix' | 'id' | 'updatedUnix'> = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  dob: null,
  address: null,
  idNumberProvided: false,
  ssnLast4Provided: false,
  nationality: null,
  relationship: {
    authorizer: false,
    director: false,
    executive: false,
    legalGuardian: false,
    owner: false,
    representative: false,
    title: null,
    percentOwnership: null,
  },
  metadata: {},
};

/** Says whether an account is that of a company or a non-profit: people stand behind it. */
export function isRegistered(answers: Answers): boolean {
  const type = answers['business_type'] ?? '';
  return type !== '' && type !== 'individual';
}

/** Lists everybody behind an account, oldest first. */
export function peopleOf({ store }: World, account: string): readonly Person[] {
  return store.all('person', account);
}

/** Finds whoever is responsible for an account. */
export function representativeOf(world: World, account: string): Person | undefined {
  return peopleOf(world, account).find(({ relationship }) => relationship.representative);
}

/** Makes persons of what an account has told of them, and keeps them as it tells now. */
export function keepPeople(world: World, { id, answers, country }: Account): void {
  const representative = representativeOf(world, id);
  keep(world, id, representative, representativeIn(answers, country, representative));
  const others = peopleOf(world, id);
  for (const slot of OWNER_SLOTS) {
    const known = others.find(({ slot: named }) => named === slot);
    const told = ownerIn(answers, slot);
    if (told !== undefined) keep(world, id, known, told);
    else if (known !== undefined) world.store.remove('person', known.id);
  }
}

/** Somebody appears with the first thing that is told of them. */
function keep(world: World, account: string, known: Person | undefined, told: Told): void {
  const { relationship: _, slot: __, ...rest } = told;
  const isSomebody = Object.values(rest).some((value) => value !== undefined && value !== null && value !== false);
  if (known !== undefined) changeRow(world, known, told);
  else if (isSomebody) insertPerson(world, account, told);
}

/** Inserts a person, and tells nobody. */
export function insertPerson(world: World, account: string, told: Told): Person {
  const start = born(world, 'person', account);
  return world.store.insert('person', {
    ...start,
    ...UNKNOWN,
    updatedUnix: start.createdUnix,
    ...told,
    relationship: { ...UNKNOWN.relationship, ...told.relationship },
  });
}

/** Changes a person, and tells nobody; who is told of as before stays as they are. */
export function changeRow(world: World, known: Person, told: Told): Person {
  const changed = { ...known, ...told, relationship: { ...known.relationship, ...told.relationship } };
  if (JSON.stringify(changed) === JSON.stringify(known)) return known;
  return world.store.update('person', known.id, { ...changed, updatedUnix: world.clock.nowUnix() });
}

function representativeIn(answers: Answers, country: string, known: Person | undefined): Told {
  const told = nonEmpty(answers);
  const line1 = told['address_line1'];
  return {
    ...nameIn(told, ''),
    ...(told['phone'] !== undefined && { phone: told['phone'] }),
    ...(line1 !== undefined && { address: addressIn(told, line1, country, known?.address?.line2) }),
    ...(told['id_number'] !== undefined && { idNumberProvided: true, ssnLast4Provided: country === 'US' }),
    relationship: { representative: true, ...(isRegistered(answers) && rolesIn(told)) },
  };
}

function rolesIn(told: Answers): Partial<Person['relationship']> {
  return {
    ...(told['title'] !== undefined && { title: told['title'] }),
    ...(told['executive'] !== undefined && { executive: told['executive'] === 'yes' }),
    ...shareIn(told['percent_ownership']),
  };
}

function shareIn(percent: string | undefined): Partial<Person['relationship']> {
  if (percent === undefined) return {};
  return { percentOwnership: Number(percent), owner: Number(percent) >= OWNER_PERCENT };
}

/** Undefined where the account has no such owner. */
function ownerIn(answers: Answers, slot: Slot): Told | undefined {
  const count = Number(answers['further_owners'] ?? 0);
  if (answers['business_type'] !== 'company' || OWNER_SLOTS.indexOf(slot) >= count) return undefined;
  const told = nonEmpty(answers);
  return { slot, ...nameIn(told, `${slot}_`), relationship: { owner: true, ...shareIn(told[`${slot}_percent`]) } };
}

function nameIn(told: Answers, prefix: string): Told {
  const [firstName, lastName, email, dob] = ['first_name', 'last_name', 'email', 'dob'].map(
    (name) => told[`${prefix}${name}`],
  );
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(email !== undefined && { email }),
    ...(dob !== undefined && { dob: dateIn(dob) }),
  };
}

function dateIn(text: string): NonNullable<Person['dob']> {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { day, month, year };
}

function addressIn(
  told: Answers,
  line1: string,
  country: string,
  line2: string | null = null,
): NonNullable<Person['address']> {
  return {
    city: told['address_city'] ?? null,
    country,
    line1,
    line2,
    postal_code: told['address_postal_code'] ?? null,
    state: told['address_state'] ?? null,
  };
}

function nonEmpty(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
}

function pad(part: number, digits = 2): string {
  return String(part).padStart(digits, '0');
}

/** What a person says of themselves, as answers of onboarding; what is not theirs to answer is left out. */
export function answersOf(told: Told & { readonly idNumber?: string | undefined }): Answers {
  const { dob, address, relationship } = told;
  const { title, executive, percentOwnership } = relationship ?? {};
  const said: Readonly<Record<string, string | null | undefined>> = {
    first_name: told.firstName,
    last_name: told.lastName,
    email: told.email,
    phone: told.phone,
    dob: dob && `${pad(dob.year, 4)}-${pad(dob.month)}-${pad(dob.day)}`,
    address_line1: address?.line1,
    address_city: address?.city,
    address_postal_code: address?.postal_code,
    address_state: address?.state,
    id_number: told.idNumber,
    title,
    executive: executive === undefined ? undefined : executive ? 'yes' : 'no',
    percent_ownership: percentOwnership === undefined ? undefined : String(percentOwnership ?? ''),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value ?? '']])),
  );
}

/** What is left of an account's answers once somebody is gone. */
export function answersWithout(answers: Answers, { relationship, slot }: Person): Answers {
  const own = Object.keys(answersOf({ ...UNKNOWN, idNumber: '' }));
  const isTheirs = (name: string): boolean =>
    relationship.representative ? own.includes(name) : slot !== undefined && name.startsWith(`${slot}_`);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !isTheirs(name)));
}
