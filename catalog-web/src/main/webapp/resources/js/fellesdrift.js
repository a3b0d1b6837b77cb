/* The little that plain pages need: the menu of narrow screens, the drawer that explains a figure, focus on errors,
   and forms that lose nothing when they are left, sent twice or sent after the session has ended. */
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
  /* a "Hvorfor?" with a page of its own shows that page's explanation in a drawer here; without script, in a new tab
     or when it cannot be fetched it stays the link that it is */
  document.addEventListener('click', async event => {
    const link = event.target.closest('a[data-explains]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const drawer = document.getElementById(link.dataset.explains);
    try {
      const answer = await fetch(link.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const explanation = $('.explanation', page);
      if (!answer.ok || !explanation) throw new Error(`${answer.status}`);
      $('h2', drawer).textContent = $('h1', page).textContent;
      $('.explanation', drawer).replaceChildren(
        ...$$('.page-head .lead, .page-head .tags', page), ...explanation.childNodes);
      $('[data-own-page]', drawer).href = link.href;
    } catch (cannotBeFetched) {
      location.href = link.href;
      return;
    }
    opener = link;
    show(drawer.id, true);
    drawer.scrollTop = 0;
  });
  /* a slash goes to the search, as in many places; not while somebody writes */
  document.addEventListener('keydown', event => {
    const writes = event.target.closest('input, textarea, select, [contenteditable]');
    const search = document.getElementById('search');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writes || !search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  /* the menu under the person's name closes by a click beside it, by Escape, and when the focus leaves it */
  const account = $('details.account');
  const closeAccount = () => { if (account) account.open = false; };
  document.addEventListener('click', event => { if (!event.target.closest('.account')) closeAccount(); });
  account?.addEventListener('focusout', event => { if (event.relatedTarget && !account.contains(event.relatedTarget)) closeAccount(); });
  account?.addEventListener('keydown', event => {
    if (event.key === 'Escape' && account.open) { closeAccount(); $('summary', account).focus(); }
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

  /* a form is sent once; what takes over a second says so, and the button that was pressed shows it */
  const working = $('.working');
  let waits;
  const rest = () => {
    clearTimeout(waits);
    if (working) working.textContent = '';
    $$('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
  };
  $$('form').filter(form => form.method === 'post').forEach(form => {
    let sent = false;
    form.addEventListener('submit', event => {
      if (sent) { event.preventDefault(); return; }
      sent = true;
      waits = setTimeout(() => {
        if (working) working.textContent = working.dataset.text;
        event.submitter?.setAttribute('aria-busy', 'true');
      }, 1000);
    });
    window.addEventListener('pageshow', event => {
      if (!event.persisted) return;
      sent = false;
      rest();
    });
  });

  /* long work: while a job shown here is under way, its part of the page looks again, at first often, then every five
     seconds. Only what tells of jobs is exchanged, the focus stays where it is, and a change of state is said once. */
  const said = $('#job-said');
  const underWay = part => $$('[data-job][data-ended="false"]', part).length > 0;
  const states = part => new Map($$('[data-job]', part).map(job => [job.dataset.job, job.dataset.state]));
  const exchange = (part, fresh) => {
    const before = states(part);
    const sameAs = stop => stop.getAttribute('href') ?? stop.value;
    const focused = part.contains(document.activeElement) ? sameAs(document.activeElement) : null;
    part.replaceChildren(...fresh.childNodes);
    if (focused !== null) $$('a[href], button', part).find(stop => sameAs(stop) === focused)?.focus();
    const news = $$('[data-job]', part)
      .filter(job => before.has(job.dataset.job) && before.get(job.dataset.job) !== job.dataset.state)
      .map(job => $('[data-says]', job).dataset.says.trim());
    if (news.length && said) said.textContent = news.join(' ');
  };
  const shown = $('#job-list') ?? $('#job-news');
  (shown ? [shown] : []).forEach(part => {
    let pause = 1000;
    const look = async () => {
      try {
        const answer = await fetch(part.dataset.looksAgain, { headers: { 'X-Looks-Again': 'true' } });
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
        if (!answer.ok || !fresh) return;
        exchange(part, fresh);
      } catch (serverIsAway) {
        pause = 5000;
      }
      pause = Math.min(5000, pause * 1.25);
      if (underWay(part)) setTimeout(look, pause);
    };
    if (underWay(part)) setTimeout(look, pause);
  });

  /* what is typed: leaving it asks; sent after the session has ended it stands here again after signing in */
  const DRAFT = 'fellesdrift.draft';
  const person = $('meta[name=person]')?.content;
  const typed = form => [...form.elements]
    .filter(field => field.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type))
    .filter(field => !['radio', 'checkbox'].includes(field.type) || field.checked)
    .flatMap(field => (field.selectedOptions ? [...field.selectedOptions] : [field]).map(one => [field.name, one.value]));
  const fill = (form, pairs) => {
    const values = name => pairs.filter(pair => pair[0] === name).map(pair => pair[1]);
    [...form.elements].filter(field => values(field.name).length).forEach(field => {
      if (['radio', 'checkbox'].includes(field.type)) field.checked = values(field.name).includes(field.value);
      else if (field.options) [...field.options].forEach(option => { option.selected = values(field.name).includes(option.value); });
      else if (field.type !== 'hidden') field.value = values(field.name)[0];
    });
  };
  const kept = JSON.parse(sessionStorage.getItem(DRAFT));
  const interrupted = $('meta[name=interrupted]');
  if (kept && interrupted) {
    sessionStorage.setItem(DRAFT, JSON.stringify({ ...kept, lost: true }));
    const back = $('[data-back]');
    if (back) { back.href = kept.page; back.hidden = false; }
  } else if (kept) {
    sessionStorage.removeItem(DRAFT);
  }
  /* Faces sends a form to the page without its parameters; reloading and changing the language need them */
  if (kept && !interrupted && kept.person === person && !location.search && kept.page.split('?')[0] === location.pathname) {
    history.replaceState(null, '', kept.page);
    $$('.lang a').forEach(link => {
      const here = new URL(location.href);
      here.searchParams.set('lang', link.lang);
      link.href = here;
    });
  }
  $$('main form.form').forEach(form => {
    let touched = $('#errors') !== null;
    let sending = false;
    if (kept?.lost && !interrupted && kept.form === form.id && kept.person === person
        && kept.page === location.pathname + location.search) {
      fill(form, kept.values);
      touched = true;
      $('#refilled').hidden = kept.translated === true;
    }
    const keep = more => sessionStorage.setItem(DRAFT, JSON.stringify(
      { page: location.pathname + location.search, form: form.id, person, values: typed(form), ...more }));
    form.addEventListener('input', () => { touched = true; });
    form.addEventListener('submit', () => {
      sending = true;
      if (person) keep();
    });
    /* the same page in another language: what is typed goes along, from the step that shows it, too */
    $$('.lang a').forEach(link => link.addEventListener('click', () => {
      const before = kept?.form === form.id ? kept.values : [];
      if (!person || !touched && !before.length) return;
      const values = typed(form).length ? typed(form) : before;
      sending = true;
      keep({ page: link.pathname + link.search, values, lost: true, translated: true });
    }));
    window.addEventListener('beforeunload', event => { if (person && touched && !sending) event.preventDefault(); });
  });

  /* a hint that its reader has put away stays away */
  $$('[data-hint]').forEach(hint => {
    const key = `fellesdrift.hint.${hint.dataset.hint}.${person}`;
    hint.hidden = localStorage.getItem(key) !== null;
    $('[data-put-away]', hint).addEventListener('click', () => {
      localStorage.setItem(key, 'away');
      hint.hidden = true;
      $('#content').focus();
    });
  });

  /* on a narrow screen a chart begins with its newest months, where the figures are */
  $$('.scroll:has(> svg)').forEach(part => { part.scrollLeft = part.scrollWidth; });

  /* after a button the focus is where the answer stands: what is wrong, what was done, the next step; so it is read out
     and the next key goes on from there. A page that was merely opened leaves the focus at its start. */
  ($('#errors') ?? $('#refilled:not([hidden])') ?? $('[data-told]') ?? $('[data-focus]') ?? $('[data-answers=true]'))?.focus();
})();
