import { render, type ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { wordsIn } from '../../../words/words-in.ts';
import { applyLook } from './apply-look.ts';
import { awaitConversation, type Conversation } from './conversation.ts';
import { createFrameApi } from './frame-api.ts';
import { FrameContext } from './frame-context.ts';
import { loadView } from './views.ts';
import './frame.css';

function Frame({ conversation, View }: { conversation: Conversation; View: ComponentType }) {
  const [look, setLook] = useState(conversation.start.look);
  const [values, setValues] = useState(conversation.start.values);
  const [api] = useState(() => createFrameApi(conversation));
  useEffect(() => {
    conversation.onValues(setValues);
    conversation.onLook((changed) => {
      applyLook(changed);
      setLook(changed);
    });
  }, [conversation]);
  const words = wordsIn(look.locale);
  const tools = useMemo(() => ({ conversation, api, look, values, words }), [conversation, api, look, values, words]);
  return (
    <FrameContext.Provider value={tools}>
      <View />
    </FrameContext.Provider>
  );
}

/** Tells the page how much room the frame needs. A frame below the fold hears of no resizing: it looks after changes. */
function reportHeight(root: HTMLElement, conversation: Conversation): void {
  let told: number | undefined;
  function tell(): void {
    const px = Math.ceil(root.getBoundingClientRect().height);
    if (px !== told) conversation.say({ kind: 'height', px });
    told = px;
  }
  new ResizeObserver(tell).observe(root);
  new MutationObserver(tell).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
}

async function run(root: HTMLElement): Promise<void> {
  const conversation = await awaitConversation();
  const { tag, presentation, look } = conversation.start;
  root.dataset['presentation'] = presentation;
  applyLook(look);
  conversation.say({ kind: 'loader-start' });
  try {
    const View = await loadView(tag);
    if (presentation === 'inline') reportHeight(root, conversation);
    render(<Frame conversation={conversation} View={View} />, root);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    conversation.say({ kind: 'load-error', error: { type: 'render_error', message } });
  }
}

const root = document.getElementById('frame');
if (root) void run(root);
