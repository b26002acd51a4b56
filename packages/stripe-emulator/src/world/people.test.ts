import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testAnswersWith } from '../control/test-answers.ts';
import { newAccount } from '../test/test-app.ts';
import { eventsOf, openAccount, openTestWorld } from '../test/test-world.ts';
import { chargesEnabled } from './accounts.ts';
import { openRequirement } from './connect-triggers.ts';
import { changeDetails, handInOnboarding, saveAnswers } from './onboarding.ts';
import { peopleOf, representativeOf } from './people.ts';
import { addPerson, changePerson, removePerson } from './persons.ts';
import { namedRequirements } from './requirement-names.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

let world: World;
beforeEach(() => {
  world = openTestWorld();
});
afterEach(() => {
  world.store.close();
});

const COMPANY = testAnswersWith({ business_type: 'company' });
const OTHERS = {
  further_owners: '1',
  owner1_first_name: 'Ada',
  owner1_last_name: 'Rosen',
  owner1_email: 'ada@example.com',
  owner1_dob: '1980-02-03',
  owner1_percent: '25',
};

const account = (id: string): Account => world.store.get('account', id);
const due = (id: string): readonly string[] => namedRequirements(world, account(id)).currentlyDue;
const personEvents = (id: string): readonly string[] => eventsOf(world, id).filter((type) => type.startsWith('person'));
const shown = (id: string): object => world.render(world, 'person', world.store.get('person', id));
const company = (answers: Account['answers'] = {}): Account =>
  handInOnboarding(world, newAccount(world).id, { ...COMPANY, ...answers });

describe('whoever is responsible', () => {
  it('is one person of an individual, without a role', () => {
    const { id } = openAccount(world);
    expect(peopleOf(world, id)).toMatchObject([
      {
        firstName: 'Jenny',
        dob: { day: 1, month: 1, year: 1901 },
        idNumberProvided: true,
        relationship: { representative: true, owner: false, executive: false, title: null },
      },
    ]);
    expect(personEvents(id)).toEqual(['person.created']);
  });

  it('has a role in a company', () => {
    const made = company({ percent_ownership: '40' });
    expect(chargesEnabled(world, made)).toBe(true);
    expect(representativeOf(world, made.id)?.relationship).toMatchObject({
      owner: true,
      executive: true,
      title: 'Director',
      percentOwnership: 40,
    });
  });

  it('owns nothing that counts with less than a quarter', () => {
    const { id } = company({ percent_ownership: '24' });
    expect(representativeOf(world, id)?.relationship).toMatchObject({ owner: false, percentOwnership: 24 });
  });

  it('appears with the first thing that is told of them, and changes with others', () => {
    const { id } = newAccount(world);
    saveAnswers(world, id, { business_type: 'company' });
    expect(personEvents(id)).toEqual([]);
    saveAnswers(world, id, { first_name: 'Jenny' });
    changeDetails(world, id, { last_name: 'Roe' });
    expect(personEvents(id)).toEqual(['person.created', 'person.updated']);
  });

  it('is called the representative in requirements, and by their id once they have one', () => {
    const { id } = newAccount(world);
    expect(due(id)).toContain('individual.last_name');
    saveAnswers(world, id, { business_type: 'company' });
    expect(due(id)).toEqual(expect.arrayContaining(['representative.relationship.title', 'company.owners_provided']));
    saveAnswers(world, id, { first_name: 'Jenny' });
    expect(due(id)).toContain(`${representativeOf(world, id)?.id}.last_name`);
    expect(due(id).some((field) => /^(individual|representative)\./u.test(field))).toBe(false);
  });

  it('is the individual in requirements of an individual', () => {
    const { id } = newAccount(world);
    saveAnswers(world, id, { business_type: 'individual', first_name: 'Jenny' });
    expect(due(id)).toContain('individual.last_name');
  });

  it('need not be asked what the platform has told of them', () => {
    const made = newAccount(world);
    saveAnswers(world, made.id, { business_type: 'company' });
    const person = addPerson(world, made, {
      firstName: 'Ann',
      idNumber: '000000000',
      relationship: { representative: true, title: 'Owner' },
    });
    expect(due(made.id)).not.toContain(`${person.id}.first_name`);
    expect(due(made.id)).not.toContain(`${person.id}.relationship.title`);
    changePerson(world, person, { lastName: 'Lee' });
    expect(due(made.id)).not.toContain(`${person.id}.last_name`);
    removePerson(world, person.id);
    expect(due(made.id)).toContain('representative.first_name');
    expect(personEvents(made.id)).toEqual(['person.created', 'person.updated', 'person.deleted']);
  });

  it('is asked again for a number of the platform’s that Stripe does not believe', () => {
    const { id } = company();
    const person = representativeOf(world, id);
    if (person === undefined) throw new Error('Nobody is responsible');
    changePerson(world, person, { idNumber: '111111111' });
    expect(namedRequirements(world, account(id)).errors).toMatchObject([{ requirement: `${person.id}.id_number` }]);
  });
});

describe('the other owners of a company', () => {
  it('are persons too', () => {
    const { id } = company(OTHERS);
    expect(peopleOf(world, id)).toMatchObject([
      { firstName: 'Jenny' },
      {
        firstName: 'Ada',
        email: 'ada@example.com',
        dob: { day: 3, month: 2, year: 1980 },
        relationship: { owner: true, representative: false, percentOwnership: 25 },
      },
    ]);
    expect(personEvents(id)).toEqual(['person.created', 'person.created']);
  });

  it('are gone once the company says that there are fewer', () => {
    const { id } = company(OTHERS);
    changeDetails(world, id, { further_owners: '0' });
    expect(peopleOf(world, id)).toHaveLength(1);
    expect(personEvents(id).at(-1)).toBe('person.deleted');
  });

  it('have to be named, and eventually say when they were born', () => {
    const made = company();
    const { id } = addPerson(world, made, { firstName: 'Ada', relationship: { owner: true } });
    const { currentlyDue, eventuallyDue } = namedRequirements(world, account(made.id));
    expect(currentlyDue).toEqual([`${id}.last_name`, `${id}.email`]);
    expect(eventuallyDue).toContain(`${id}.dob.year`);
    expect(chargesEnabled(world, account(made.id))).toBe(true);
  });

  it('are asked for by nobody of a non-profit', () => {
    const { further_owners: _, percent_ownership: __, ...answers } = testAnswersWith({ business_type: 'non_profit' });
    const made = handInOnboarding(world, newAccount(world).id, answers);
    expect([due(made.id), chargesEnabled(world, made)]).toEqual([[], true]);
  });
});

describe('a document of somebody', () => {
  it('is asked for by their id, and settled by one that can be read', () => {
    const made = company(OTHERS);
    const owner = peopleOf(world, made.id)[1]?.id ?? '';
    const field = `${owner}.verification.document`;
    openRequirement(world, made.id, 'now', { field });
    expect(due(made.id)).toEqual([field]);
    expect(shown(owner)).toMatchObject({
      requirements: { past_due: ['verification.document'] },
      verification: { status: 'unverified' },
    });
    handInOnboarding(world, made.id, { document: 'file_identity_document_failure' });
    expect(due(made.id)).toEqual([field]);
    expect(shown(owner)).toMatchObject({
      verification: { status: 'unverified', document: { details_code: 'document_failed_other' } },
    });
    handInOnboarding(world, made.id, { document: 'file_identity_document_success' });
    expect(due(made.id)).toEqual([]);
    expect(shown(owner)).toMatchObject({ verification: { status: 'verified', document: { details_code: null } } });
    expect(personEvents(made.id).slice(2)).toEqual(['person.updated', 'person.updated', 'person.updated']);
  });

  it('is kept under one name, whichever is used', () => {
    const { id } = company();
    openRequirement(world, id, 'now', { field: 'representative.verification.document' });
    openRequirement(world, id, 'by_deadline');
    expect(due(id)).toEqual([`${representativeOf(world, id)?.id}.verification.document`]);
  });
});

it('somebody whom Stripe still looks at is pending', () => {
  const { id } = openAccount(world, { underReview: true });
  expect(shown(representativeOf(world, id)?.id ?? '')).toMatchObject({
    requirements: { pending_verification: ['verification.document'] },
    verification: { status: 'pending' },
  });
});
