/* The little that plain pages need: the menu of narrow screens, the drawer that explains a figure, focus on errors. */
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  const menu = $('.menu-btn');
  menu?.addEventListener('click', () => {
    const open = document.body.classList.toggle('menu-open');
    menu.setAttribute('aria-expanded', open);
  });
  if (window.innerWidth < 640) $$('.facets details').forEach(details => { details.open = false; });

  let opener = null;
  const show = (id, open) => {
    const drawer = document.getElementById(id);
    const mask = $('.mask');
    drawer.hidden = !open;
    if (mask) mask.hidden = !open;
    $$(`[data-drawer="${id}"]`).forEach(button => button.setAttribute('aria-expanded', open && button === opener));
    if (open) $('h2', drawer).focus(); else opener?.focus();
  };
  document.addEventListener('click', event => {
    const opens = event.target.closest('[data-drawer]');
    const closes = event.target.closest('[data-close]');
    const opensDialog = event.target.closest('[data-dialog]');
    const closesDialog = event.target.closest('[data-close-dialog]');
    if (opens) { opener = opens; show(opens.dataset.drawer, true); }
    if (closes) show(closes.dataset.close, false);
    if (opensDialog) document.getElementById(opensDialog.dataset.dialog).showModal();
    if (closesDialog) closesDialog.closest('dialog').close();
    if (event.target.closest('[data-print]')) window.print();
  });
  document.addEventListener('keydown', event => {
    const open = $('.drawer:not([hidden])');
    if (!open) return;
    if (event.key === 'Escape') show(open.id, false);
    if (event.key === 'Tab') {
      const stops = $$('a[href], button, summary, input, select, textarea, [tabindex="0"]', open).filter(stop => stop.offsetParent);
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      if (document.activeElement === edge || !open.contains(document.activeElement)) {
        event.preventDefault();
        (event.shiftKey ? stops.at(-1) : stops[0]).focus();
      }
    }
  });

  /* a choice that acts at once: the filters of a list */
  $$('[data-submits]').forEach(field => field.addEventListener('change', () => field.form.requestSubmit()));
  document.getElementById('errors')?.focus();
})();
