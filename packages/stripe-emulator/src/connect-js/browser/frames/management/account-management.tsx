import { useState } from 'preact/hooks';
import { useFrame, useWords } from '../frame-context.ts';
import { collectionQuery } from '../onboarding/collection-query.ts';
import { NoticeText } from '../notices/notice-text.tsx';
import { SignInGate } from '../sign-in/sign-in-gate.tsx';
import { Answered } from '../ui/answered.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { BankSection } from './bank-section.tsx';
import { Outstanding } from './outstanding.tsx';
import { Section } from './section.tsx';

/** What Stripe knows of an account, and how it is changed. */
export function AccountManagement() {
  return (
    <SignInGate what="accountManagement">
      <Details />
    </SignInGate>
  );
}

function Details() {
  const { values, words } = useFrame();
  const query = collectionQuery(values);
  const { loaded, refresh, retry } = useLoaded('management', { query });
  const [answering, setAnswering] = useState(false);
  useFresh(() => void refresh());
  if (loaded.state === 'loading') return <LoadingRows rows={8} />;
  if (loaded.state === 'failed') return <Failed what="accountManagement" failure={loaded.failure} retry={retry} />;
  if (answering) return <Outstanding query={query} onLeft={() => void refresh().then(() => setAnswering(false))} />;
  const { data } = loaded;
  return (
    <section class="panel management" aria-label={words.titles['account-management']}>
      <h2>{data.name}</h2>
      {data.standing.map((notice) => (
        <NoticeText key={notice.id} notice={notice} />
      ))}
      {data.wanted > 0 && <Prompt onAnswer={() => setAnswering(true)} />}
      {data.sections.map(({ name, facts, fields }) => (
        <Section
          key={name}
          name={name}
          title={words.account.sections[name]}
          edit={words.common.edit}
          editing={words.common.editing(words.account.sections[name])}
          fields={fields}
          path={`management/${name}?${query}`}
          onChanged={refresh}
        >
          <Answered facts={facts} />
        </Section>
      ))}
      <BankSection management={data} onChanged={refresh} />
      <EmulatorMark />
    </section>
  );
}

function Prompt({ onAnswer }: { onAnswer: () => void }) {
  const { account } = useWords();
  return (
    <div class="notice warning">
      <Icon name="warning" />
      <div>
        <strong>{account.needsMore.title}</strong>
        <p>{account.needsMore.text}</p>
      </div>
      <button type="button" class="primary" onClick={onAnswer}>
        {account.provide}
      </button>
    </div>
  );
}
