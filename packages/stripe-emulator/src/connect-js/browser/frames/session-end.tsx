import { useEffect } from 'preact/hooks';
import { useFrame } from './frame-context.ts';

/** Shows nothing; tells the server that the account session is over, then lets the page remove the frame. */
export function SessionEnd() {
  const { api, conversation } = useFrame();
  useEffect(() => {
    const close = () => conversation.say({ kind: 'close' });
    // A session that the server does not know any more has ended already.
    api.post('session/end').then(close, close);
  }, [api, conversation]);
  return null;
}
