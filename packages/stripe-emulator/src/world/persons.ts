import { pictureOf, tellDifference } from './account-picture.ts';
import { mergedMetadata, type MetadataWish } from './metadata.ts';
import { detailsWith } from './onboarding.ts';
import { answersOf, answersWithout, changeRow, insertPerson } from './people.ts';
import type { Account, Person } from './state.ts';
import type { World } from './world.ts';

/** What the platform says of a person. */
export type PersonChange = Partial<Omit<Person, 'metadata' | 'relationship'>> & {
  readonly metadata?: MetadataWish;
  readonly relationship?: Partial<Person['relationship']>;
  /** The number itself is only looked at: of it nothing is kept but the account's answer. */
  readonly idNumber?: string | undefined;
};

/** Keeps a new person of an account. */
export function addPerson(
  world: World,
  { id: account }: Account,
  { idNumber, metadata, ...told }: PersonChange,
): Person {
  const before = pictureOf(world, account);
  const person = insertPerson(world, account, { ...told, metadata: mergedMetadata({}, metadata) });
  answerFor(world, person, { ...told, idNumber });
  tellDifference(world, before);
  return world.store.get('person', person.id);
}

/** Changes what was said of a person; what is left out stays. */
export function changePerson(world: World, known: Person, { idNumber, metadata, ...told }: PersonChange): Person {
  const before = pictureOf(world, known.account);
  const person = changeRow(world, known, { ...told, metadata: mergedMetadata(known.metadata, metadata) });
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
function answerFor(world: World, { account, relationship }: Person, told: Omit<PersonChange, 'metadata'>): void {
  if (!relationship.representative) return;
  const known = world.store.get('account', account);
  world.store.update('account', account, detailsWith(known, answersOf(told)));
}
