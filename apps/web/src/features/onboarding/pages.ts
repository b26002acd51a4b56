export { OnboardingPage } from './onboarding-page.tsx';
export { OnboardingRefreshPage } from './onboarding-refresh-page.tsx';
export { OnboardingReturnPage } from './onboarding-return-page.tsx';
