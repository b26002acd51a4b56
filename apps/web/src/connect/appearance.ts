import type { AppearanceOptions } from '@stripe/connect-js/pure';

/**
 * Returns how components look, from the tokens on the page now.
 *
 * Values are resolved, not referred to: Stripe's frames know nothing of our variables.
 */
export function appearanceFromTokens(): AppearanceOptions {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    overlays: 'dialog',
    variables: {
      fontFamily: token('font'),
      fontSizeBase: token('text-body'),
      spacingUnit: '10px',
      borderRadius: token('radius-small'),
      overlayBorderRadius: token('radius-large'),
      colorPrimary: token('accent'),
      colorBackground: token('surface'),
      offsetBackgroundColor: token('hover'),
      formBackgroundColor: token('surface'),
      colorText: token('ink'),
      colorSecondaryText: token('muted'),
      colorBorder: token('line'),
      colorDanger: token('danger'),
      actionPrimaryColorText: token('accent-ink'),
      actionSecondaryColorText: token('ink'),
      buttonPrimaryColorBackground: token('accent'),
      buttonPrimaryColorBorder: token('accent'),
      buttonPrimaryColorText: token('on-accent'),
      buttonSecondaryColorBackground: token('surface'),
      buttonSecondaryColorBorder: token('line-strong'),
      buttonSecondaryColorText: token('ink'),
      buttonDangerColorBackground: token('danger'),
      buttonDangerColorBorder: token('danger'),
      buttonDangerColorText: token('on-danger'),
      formHighlightColorBorder: token('accent-ink'),
      formAccentColor: token('accent'),
      formPlaceholderTextColor: token('faint'),
      ...badge('Neutral', token('hover'), token('muted')),
      ...badge('Success', token('positive-surface'), token('positive')),
      ...badge('Warning', token('warning-surface'), token('warning')),
      ...badge('Danger', token('danger-surface'), token('danger')),
      headingXlFontSize: token('text-figure'),
      headingLgFontSize: token('text-title'),
      headingMdFontSize: token('text-large'),
      headingSmFontSize: token('text-body'),
      headingXlFontWeight: token('weight-heading'),
      headingLgFontWeight: token('weight-heading'),
      headingMdFontWeight: token('weight-heading'),
      headingSmFontWeight: token('weight-heading'),
      buttonLabelFontWeight: token('weight-heading'),
      bodySmFontSize: token('text-small'),
      labelSmFontSize: token('text-small'),
    },
  };
}

type BadgeVariables<Kind extends string> = Record<`badge${Kind}Color${'Background' | 'Text' | 'Border'}`, string>;

function badge<Kind extends string>(kind: Kind, background: string, text: string): BadgeVariables<Kind>;
function badge(kind: string, background: string, text: string): Record<string, string> {
  return {
    [`badge${kind}ColorBackground`]: background,
    [`badge${kind}ColorText`]: text,
    [`badge${kind}ColorBorder`]: background,
  };
}
