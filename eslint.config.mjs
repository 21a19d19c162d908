import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist',
      '.cache',
      '.astro',
      'content',
      'public',
      'tests/bench/peers',
      'tests/fixtures',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A type is a shape; an interface can be added to from elsewhere.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      // Numbers read well in sentences.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An index after its bounds were checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `process.env['DIST']` and `node.data['id']` look like what they are: keys that may be missing.
      '@typescript-eslint/dot-notation': 'off',
      // Parsers call back with their state as `this`.
      '@typescript-eslint/no-this-alias': 'off',
      // There are no enums: Node runs the sources with their types taken out. It takes a seventh of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // `[...text]` is how to go through code points.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // `test()` of node:test returns a promise that its runner waits for.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['test', 'describe', 'before', 'after'],
              package: 'node:test',
            },
          ],
        },
      ],
    },
  },
  ...astro.configs.recommended,
  {
    files: ['**/*.{js,mjs,ts,astro}'],
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.astro'],
    rules: { 'astro/no-set-text-directive': 'error', 'astro/no-unused-css-selector': 'off' },
  },
);
