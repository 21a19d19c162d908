import { defineConfig } from 'playwright/test';
import { findChromium, UNHINTED } from './src/cli/chromium.ts';

const executablePath = await findChromium();

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.cache/test/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // A busy machine is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    // `npm test` serves its own site; Playwright alone looks at what `npm start` shows.
    baseURL: process.env['SITE_URL'] ?? 'http://localhost:4321/',
    launchOptions: {
      // Chromium refuses to start as root with its sandbox, and containers mostly run as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [UNHINTED],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
