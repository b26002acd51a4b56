import { Component, type ReactNode } from 'react';
import { FailedPage } from './failed-page.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | undefined;
}

/** Shows plain words and a way on where a page has stopped, never a blank page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return <FailedPage error={failure.error} onRetry={this.#retry} />;
  }

  readonly #retry = (): void => this.setState({ failure: undefined });
}
