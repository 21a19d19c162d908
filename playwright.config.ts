import { defineConfig } from 'playwright/test';
import { findChromium, launchArguments } from './src/cli/chromium.ts';

const executablePath = await findChromium();
const siteUrl = process.env['SITE_URL'] ?? 'http://localhost:4321/';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/test/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  timeout: 30_000,
  // A test that passes on its second run has still failed once.
  retries: 0,
  use: {
    baseURL: siteUrl,
    launchOptions: {
      args: launchArguments(),
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  // `npm test` serves the site itself; alone, Playwright shows what `npm run build` made.
  ...(process.env['SITE_URL'] === undefined
    ? {
        webServer: {
          command: 'node src/cli/preview.ts --port 4321',
          url: siteUrl,
          reuseExistingServer: true,
        },
      }
    : {}),
});
