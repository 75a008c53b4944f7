// The frame of interactive pages: start of the circuit, reconnecting, shortcuts, small things without a round trip.
(() => {
  Blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: attempt => Math.min(300 * 2 ** Math.min(attempt, 5), 5000) }
    }
  });

  // The server no longer knows this circuit: the address holds the state, so load the page anew as soon as the server answers.
  const banner = document.getElementById('components-reconnect-modal');
  let reloading = false;
  const reloadWhenReachable = async () => {
    if (reloading) return;
    reloading = true;
    for (;;) {
      try {
        const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
        if (answer.status < 500) break;
      } catch { /* not yet */ }
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
    location.reload();
  };
  new MutationObserver(() => {
    if (banner.classList.contains('components-reconnect-rejected') || banner.classList.contains('components-reconnect-failed')) reloadWhenReachable();
  }).observe(banner, { attributes: true, attributeFilter: ['class'] });

  const palette = () => document.getElementById('search-palette');
  const openSearch = () => {
    const dialog = palette();
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector('input').select();
  };

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openSearch();
    }
    if (event.key === 'Escape') {
      document.body.classList.remove('menu-open');
      closeMenus();
    }
  });

  const closeMenus = () => document.querySelectorAll('details[data-menu-popup][open]').forEach(menu => menu.removeAttribute('open'));

  // A row that opens hears the click on its link too: one click would make two entries of the history, and one for a new tab would lead away from the list.
  window.addEventListener('click', event => {
    const link = event.target.closest?.('.grid-clickable tbody a[href]');
    if (!link) return;
    event.stopPropagation();
    closeMenus();
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (isPlain && !link.target && !link.hasAttribute('download') && link.origin === location.origin) {
      event.preventDefault();
      Blazor.navigateTo(link.href);
    }
  }, true);

  document.addEventListener('click', event => {
    if (event.target.closest('#open-search')) openSearch();
    else if (event.target === palette() || event.target.closest('#search-palette a')) palette().close();
    if (event.target.closest('[data-menu]')) document.body.classList.toggle('menu-open');
    else if (!event.target.closest('.navigation') || event.target.closest('.navigation a')) document.body.classList.remove('menu-open');
    document.querySelectorAll('details[data-menu-popup][open]').forEach(menu => {
      if (!menu.contains(event.target) || event.target.closest('.menu-items a, .menu-items button')) menu.removeAttribute('open');
    });
    const full = event.target.closest('[data-fullscreen]');
    if (full) {
      const target = document.querySelector(full.dataset.fullscreen);
      if (document.fullscreenElement) document.exitFullscreen(); else target?.requestFullscreen();
    }
  });

  Object.assign(window.portal, {
    closeSearch: () => palette()?.close(),
    showActive: () => document.querySelector('.navigation a.active')?.scrollIntoView({ block: 'nearest' }),
    scrollIntoView: id => document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  });
})();
