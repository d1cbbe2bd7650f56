import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  {
    files: ['src/*.js', 'served/*.js', 'removed/*.js'],
    languageOptions: { globals: globals.browser },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-shadow': 'error',
      'no-implied-eval': 'error',
      // Text from documents is data: nothing may be read as markup or as script.
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML' },
        { property: 'outerHTML' },
        { property: 'insertAdjacentHTML' },
        { object: 'document', property: 'write' },
      ],
      'max-lines-per-function': ['error', { max: 60 }],
      'max-lines': ['error', { max: 320 }],
    },
  },
  {
    files: ['test/*.js', 'browser/*.js', '*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
