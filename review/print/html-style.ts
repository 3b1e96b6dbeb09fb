/** How the page looks: for a phone and a wide screen, in light and dark, on paper. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--ink:#1c2733;--faint:#4d5b68;--paper:#fff;--card:#f6f8fa;--line:#c5d0da;--link:#1a5fb4;--wire:#2b6cb0;
--error:#b3261e;--warning:#8a5a00;--info:#1a5fb4;--ok:#1f6f54;--init:#8a6d1d;--init-fill:#fdf7e3;--sidecar:#5b4a9b;--sidecar-fill:#f4f1fc;--app:#1f6f54;--app-fill:#ebf7f2}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#a3b1be;--paper:#12181f;--card:#1b232c;--line:#3d4a57;--link:#7ab7ff;--wire:#7ab7ff;
--error:#ff8a80;--warning:#f0c05a;--info:#7ab7ff;--ok:#6fd3ae;--init:#d9b95a;--init-fill:#2a2413;--sidecar:#b5a6f0;--sidecar-fill:#221d38;--app:#6fd3ae;--app-fill:#13291f}}
*{box-sizing:border-box}html{scroll-padding-top:1rem}
body{margin:0 auto;padding:1.25rem clamp(1rem,4vw,2.5rem) 4rem;max-width:76rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.3rem;margin:2.25rem 0 .75rem}h3{font-size:1.05rem;margin:1.5rem 0 .4rem}h4{font-size:.95rem;margin:1.1rem 0 .25rem}
p{margin:.35rem 0}a{color:var(--link)}ul{margin:.3rem 0;padding-left:1.25rem}li{margin:.15rem 0}
code{font:.86em ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;background:var(--card);border-radius:4px;padding:.05em .3em;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
.faint{color:var(--faint)}.open{color:var(--warning)}
.scroll{overflow-x:auto;margin:.75rem 0;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;padding:.5rem .75rem;font-weight:600}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem;border-top:1px solid var(--line)}thead th{font-weight:600;white-space:nowrap;color:var(--faint)}tbody th{font-weight:500}
.found{list-style:none;padding:0}.found>li{border:1px solid var(--line);border-left:5px solid var(--mark,var(--line));border-radius:8px;padding:.6rem .85rem;margin:.6rem 0;background:var(--card)}
.found code{background:var(--paper)}.error{--mark:var(--error)}.warning{--mark:var(--warning)}.info{--mark:var(--info)}.accepted{--mark:var(--ok)}
.badge{display:inline-block;font-size:.78rem;font-weight:650;color:var(--mark);border:1px solid var(--mark);border-radius:99px;padding:0 .55rem;margin-right:.4rem}
details{border:1px solid var(--line);border-radius:10px;margin:.75rem 0;padding:0 1rem}details[open]{padding-bottom:1rem}
summary{cursor:pointer;padding:.7rem 0;font-weight:600}summary .faint{font-weight:400}
figure{margin:1rem 0;overflow-x:auto}figure svg{max-width:none;height:auto}figcaption{font-size:.85rem;color:var(--faint)}
pre{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.6rem .85rem;font-size:.85rem;line-height:1.5}pre del,pre ins{display:block;text-decoration:none}pre del{color:var(--error)}pre ins{color:var(--ok)}pre span{display:block;color:var(--faint)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:0 2rem}
.tools{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}.tools button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.3rem .8rem;cursor:pointer}
.tools button[aria-pressed=true]{border-color:var(--link);box-shadow:inset 0 0 0 1px var(--link)}
[hidden]{display:none!important}
@media print{body{max-width:none;padding:0;font-size:11pt}.tools,.skip{display:none}details{break-inside:avoid-page;border:0;padding:0}}
`.replaceAll('\n', '');

/** What buttons do; without it every finding is shown and each workload opens by itself. */
export const HTML_SCRIPT = `
(() => {
  const all = document.querySelector('#open-all');
  all?.addEventListener('click', () => {
    const isOpen = all.getAttribute('aria-pressed') !== 'true';
    all.setAttribute('aria-pressed', String(isOpen));
    for (const each of document.querySelectorAll('details')) each.open = isOpen;
  });
  for (const button of document.querySelectorAll('[data-severity]')) {
    button.addEventListener('click', () => {
      const isShown = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(isShown));
      for (const each of document.querySelectorAll('.found > .' + button.dataset.severity)) each.hidden = !isShown;
    });
  }
})();
`;
