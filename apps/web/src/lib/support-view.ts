let shownIn: string | undefined;

/**
 * Says that from now on everything in this document is shown in a support view. A document is in one or in none: it is
 * loaded anew on the way in and on the way out, so nothing of a seller stays with whoever looked.
 */
export function enterSupportView(id: string | undefined): void {
  shownIn = id;
}

/** Returns the support view this document is shown in; every request of its pages names it. */
export function supportViewId(): string | undefined {
  return shownIn;
}

/** Says whether whoever looks at these pages is support, who can change nothing. */
export function isSupportView(): boolean {
  return shownIn !== undefined;
}

/**
 * Returns how long to wait before a page asks again by itself: in a support view it does not. A view is over after ten minutes
 * without a look, and what nobody asked for is none.
 */
export function pollDelay(ms: number | false): number | false {
  return isSupportView() ? false : ms;
}

/** Returns why a button that changes something is off, where it is: in a support view. */
export function lookOnly(why = 'Support can look, and change nothing.'): string | undefined {
  return isSupportView() ? why : undefined;
}
