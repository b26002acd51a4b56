import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAccent } from './app/apply-accent.ts';
import { App } from './app/app.tsx';
import { showPlatformIcon } from './app/show-platform-icon.ts';
import { connection } from './connect/connection.ts';
import { pageConfig } from './lib/early-start.ts';
import { createQueryClient } from './lib/query-client.ts';
import { sellerQuery } from './lib/seller.ts';
import { followSystemTheme } from './ui/theme.ts';
import './styles/app.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const { platform } = pageConfig();
applyAccent(platform.accentColor);
showPlatformIcon(platform);
followSystemTheme();
const queries = createQueryClient();
if (window.sellerdesk?.opening !== undefined) {
  void queries.prefetchQuery(sellerQuery);
  connection.open();
}
createRoot(root).render(
  <StrictMode>
    <App queries={queries} />
  </StrictMode>,
);
