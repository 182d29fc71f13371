import { describe, expect, it } from 'vitest';
import { collectFirstScreen, collectLater, type Manifest } from '../../scripts/first-screen.ts';

const manifest: Manifest = {
  'index.html': {
    file: 'assets/main.js',
    css: ['assets/main.css'],
    imports: ['_shared.js'],
    dynamicImports: ['src/console/console.tsx', 'src/settings/settings.tsx'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  'src/console/console.tsx': { file: 'assets/console.js', imports: ['_shared.js', '_list.js'] },
  '_list.js': { file: 'assets/list.js', css: ['assets/list.css'] },
  'src/settings/settings.tsx': { file: 'assets/settings.js' },
  'public/x.png': { file: 'assets/x.png' },
};

describe('collectFirstScreen', () => {
  it('takes the page, its entry, and what the entry imports, once each, also in a circle', () => {
    expect(collectFirstScreen(manifest, [])).toEqual([
      'index.html',
      'assets/main.js',
      'assets/main.css',
      'assets/shared.js',
    ]);
  });

  it('takes listed modules with all they import, and files of public/', () => {
    const files = collectFirstScreen(manifest, [
      'src/console/console.tsx',
      'public/scenarios/late-parcel.txt',
    ]);
    expect(files).toContain('assets/console.js');
    expect(files).toContain('assets/list.css');
    expect(files).toContain('scenarios/late-parcel.txt');
    expect(files).not.toContain('assets/settings.js');
  });

  it('says so when a listed module is not a chunk', () => {
    expect(() => collectFirstScreen(manifest, ['src/gone.ts'])).toThrow('src/gone.ts');
  });
});

describe('collectLater', () => {
  it('gives scripts and styles outside the first screen', () => {
    const first = collectFirstScreen(manifest, []);
    expect(collectLater(manifest, first)).toEqual([
      'assets/console.js',
      'assets/list.js',
      'assets/list.css',
      'assets/settings.js',
    ]);
  });
});
