import { pictureOf, tellDifference } from './account-picture.ts';
import { detailsWith } from './onboarding.ts';
import { answersOf, answersWithout, changeRow, insertPerson } from './people.ts';
import type { Account, Person } from './state.ts';
import type { World } from './world.ts';

/** What the platform says of a person. */
export type PersonChange = Partial<Omit<Person, 'relationship'>> & {
  readonly relationship?: Partial<Person['relationship']>;
  /** The number itself is only looked at: of it nothing is kept but the account's answer. */
  readonly idNumber?: string | undefined;
};

/** Keeps a new person of an account. */
export function addPerson(world: World, { id: account }: Account, { idNumber, ...told }: PersonChange): Person {
  const before = pictureOf(world, account);
  const person = insertPerson(world, account, told);
  answerFor(world, person, { ...told, idNumber });
  tellDifference(world, before);
  return world.store.get('person', person.id);
}

/** Changes what was said of a person; what is left out stays. */
export function changePerson(world: World, known: Person, { idNumber, ...told }: PersonChange): Person {
  const before = pictureOf(world, known.account);
  const person = changeRow(world, known, told);
  answerFor(world, person, { ...told, idNumber });
  tellDifference(world, before);
  return world.store.get('person', person.id);
}

/** Forgets a person. */
export function removePerson(world: World, id: string): void {
  const person = world.store.get('person', id);
  const { account } = person;
  const before = pictureOf(world, account);
  world.store.remove('person', id);
  const { answers } = world.store.get('account', account);
  world.store.update('account', account, { answers: answersWithout(answers, person) });
  tellDifference(world, before);
}

/** What is said of whoever is responsible need not be asked in onboarding any more. */
function answerFor(world: World, { account, relationship }: Person, told: PersonChange): void {
  if (!relationship.representative) return;
  const known = world.store.get('account', account);
  world.store.update('account', account, detailsWith(known, answersOf(told)));
}
