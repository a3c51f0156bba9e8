import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

// A cast through unknown turns anything into anything: it switches the checker off where it is needed most.
const doubleCast = {
  selector: 'TSAsExpression > TSAsExpression.expression > TSUnknownKeyword.typeAnnotation',
  message: 'A double cast hides a lie. Change the type, or narrow the value with a check.',
}
const vagueFile = { selector: 'Program', message: 'Name a file after the one thing that it holds.' }
const restrictedSyntax = [
  'error',
  doubleCast,
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals: an enum is code at run time.' },
  {
    selector: 'ExportAllDeclaration',
    message: 'Name each export, so that the public API is visible in one place and cannot grow by accident.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Use a named export, so that a thing has one name everywhere.',
  },
  { selector: 'ForInStatement', message: 'for…in also visits properties that others put on prototypes.' },
]

export default defineConfig(
  {
    ignores: [
      'dist/',
      'site/dist/',
      '.cache/',
      'coverage/',
      'tests/package/consumer/',
      '**/*.d.mts',
      '**/*.generated.ts',
    ],
  },
  {
    files: ['**/*.{ts,mts,cts}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': restrictedSyntax,
      eqeqeq: 'error',
      'no-console': 'off',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      // A number prints as expected; an object or undefined does not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `const { id, ...rest } = role` leaves a field out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    // Lists of exports are as long as they must be.
    ignores: ['src/index.ts', 'src/internal.ts', 'src/internal-change.ts'],
    rules: {
      // A longer file holds more than one concept.
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      // A library reports by its results and its errors.
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/graph/org-graph.ts'],
    rules: {
      // One file uses graphology: its traps with ids are guarded in one place, where it could also be replaced.
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['graphology', 'graphology-*', 'graphology/*'],
              message: 'Only src/graph/org-graph.ts imports graphology.',
            },
          ],
        },
      ],
    },
  },
  {
    // Runners read the default export of a configuration, a theme, a reporter or a benchmark.
    files: ['*.ts', 'site/.vitepress/{config,theme/index}.ts', 'tests/support/*-reporter.ts'],
    rules: {
      'no-restricted-syntax': restrictedSyntax.filter((rule) => rule.selector !== 'ExportDefaultDeclaration'),
    },
  },
  {
    // A vague name attracts unrelated code: name a file after the one thing it holds.
    files: ['**/{util,utils,helper,helpers,types,common,misc}.{ts,mts,cts,js,mjs}'],
    rules: { 'no-restricted-syntax': ['error', vagueFile] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
    rules: { 'no-undef': 'error' },
  },
)
