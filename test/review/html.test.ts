import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printHtml, reportOf, review, type Rule } from '../../review';
import { noFloatingTag } from '../../review/rules/no-floating-tag';
import { CHROMIUM, Page } from '../support/browser';
import { deployment, soundContainer, sources } from './objects';

const remark: Rule = { ...noFloatingTag, id: 'no-remarks', severity: 'info' };
const second = { ...deployment({ image: 'api:latest' }), metadata: { name: 'second', namespace: 'shop' } };
const sidecar = {
  ...soundContainer(),
  name: 'a-very-long-name-of-a-helper-that-has-to-be-cut',
  restartPolicy: 'Always',
  ports: [],
};
const page = printHtml(
  reportOf(review(sources(deployment({}, { initContainers: [sidecar] }), second), { rules: [noFloatingTag, remark] })),
  { title: 'Review of <the shop>' },
);

describe('the page stands on its own', () => {
  test('it asks for nothing from anywhere', () => {
    const outside = page.replaceAll(/<a href="https:[^"]*"/g, '').replaceAll('http://www.w3.org/2000/svg', '');
    expect(outside).not.toMatch(/https?:|src=|url\((?!#)|@import/);
    expect(page).toContain("default-src 'none'");
  });

  test('names and values are text, never markup', () => {
    const hostile = deployment({ name: '<img src=x onerror=alert(1)>', image: '"><script>alert(1)</script>' });
    const text = printHtml(reportOf(review(sources(hostile))));
    expect(text).not.toMatch(/<img|<script>alert/);
    expect(page).toContain('<title>Review of &lt;the shop&gt;</title>');
  });

  test('the same review prints the same page', () => {
    expect(printHtml(reportOf(review(sources(deployment()))))).toBe(printHtml(reportOf(review(sources(deployment())))));
  });
});

const inBrowser = CHROMIUM === undefined ? describe.skip : describe;

inBrowser('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const file = join(folder, 'review.html');
  let browser: Page;

  beforeAll(() => {
    writeFileSync(file, page);
    browser = new Page(CHROMIUM ?? '');
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const isOpen = (id: string) => browser.evaluate(`document.querySelector('${id}').open`);
  const isVisible = (selector: string) => browser.evaluate(`document.querySelector('${selector}').checkVisibility()`);

  test('a workload opens by a click and shows its drawing and its answers', async () => {
    await browser.open(file, 1280, 900);
    expect(await isOpen('#workload-1')).toBe(false);
    await browser.click('#workload-1 > summary');
    expect(await isOpen('#workload-1')).toBe(true);
    expect(await isVisible('#workload-1 svg')).toBe(true);
    expect(await browser.evaluate(`document.querySelector('#workload-1').innerText`)).toContain('Where may it run?');
  });

  test('buttons open every workload, and hide what is not of interest', async () => {
    await browser.open(file, 1280, 900);
    await browser.click('#open-all');
    expect([await isOpen('#workload-1'), await isOpen('#workload-2')]).toEqual([true, true]);
    expect(await isVisible('.found > .info')).toBe(true);
    await browser.click('[data-severity=info]');
    expect(await isVisible('.found > .info')).toBe(false);
    expect(await isVisible('.found > .error')).toBe(true);
    expect(await browser.evaluate(`document.querySelector('[data-severity=info]').getAttribute('aria-pressed')`)).toBe(
      'false',
    );
  });

  test('everything is reached by keyboard, the link past the head first', async () => {
    await browser.open(file, 1280, 900);
    await browser.press('Tab');
    expect(await browser.evaluate('document.activeElement.className')).toBe('skip');
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await browser.evaluate('document.activeElement.tagName')) === 'SUMMARY') break;
      await browser.press('Tab');
    }
    await browser.press('Enter');
    expect(await isOpen('#workload-1')).toBe(true);
  });

  test.each([360, 1280])('nothing is wider than a screen of %i pixels, but what scrolls by itself', async (width) => {
    await browser.open(file, width, 900);
    await browser.click('#open-all');
    expect(await browser.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('headings go down one level at a time, and pictures and tables have names', async () => {
    await browser.open(file, 1280, 900);
    const levels = (await browser.evaluate(
      `[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))`,
    )) as number[];
    expect(levels[0]).toBe(1);
    levels.forEach((level, position) => {
      expect(level - (levels[position - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(
      await browser.evaluate(`[...document.querySelectorAll('svg')].every(s => s.getAttribute('aria-label'))`),
    ).toBe(true);
    expect(await browser.evaluate(`[...document.querySelectorAll('table')].every(t => t.caption)`)).toBe(true);
  });
});
