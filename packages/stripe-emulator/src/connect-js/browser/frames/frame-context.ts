import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../../../words/english.ts';
import type { Look, Values } from '../protocol.ts';
import type { Conversation } from './conversation.ts';
import type { FrameApi } from './frame-api.ts';

/** What every component of a frame may reach. */
export type FrameTools = {
  readonly conversation: Conversation;
  readonly api: FrameApi;
  readonly look: Look;
  readonly values: Values;
  /** What is said, in the language of the page's locale. */
  readonly words: Words;
};

export const FrameContext = createContext<FrameTools | undefined>(undefined);

/** Gives the tools of the frame around this component. */
export function useFrame(): FrameTools {
  const tools = useContext(FrameContext);
  if (!tools) throw new Error('useFrame is called outside a frame.');
  return tools;
}

/** Gives the words of the frame around this component. */
export function useWords(): Words {
  return useFrame().words;
}
