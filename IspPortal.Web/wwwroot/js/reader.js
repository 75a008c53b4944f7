// Runs before the first paint: theme, zone and language live in cookies so that the server draws the page right the next time.
(() => {
  const read = name => document.cookie.split('; ').find(row => row.startsWith(name + '='))?.split('=')[1];
  const remember = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  };
  const setTheme = theme => {
    remember('portal-theme', theme);
    document.documentElement.dataset.theme = theme;
    const sheet = document.getElementById('radzen-theme');
    if (sheet && sheet.getAttribute('href') !== sheet.dataset[theme]) sheet.setAttribute('href', sheet.dataset[theme]);
    document.dispatchEvent(new CustomEvent('portal-theme', { detail: theme }));
  };
  const setLanguage = language => {
    remember('.AspNetCore.Culture', `c=${language}|uic=${language}`);
    location.reload();
  };
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

  window.portal = { remember, setTheme, setLanguage, zone };
  if (!read('portal-theme')) setTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  if (decodeURIComponent(read('portal-zone') ?? '') !== zone()) remember('portal-zone', zone());

  document.addEventListener('click', event => {
    const target = event.target.closest('[data-language],[data-theme-toggle],[data-reload]');
    if (!target) return;
    if (target.dataset.language) setLanguage(target.dataset.language);
    else if ('themeToggle' in target.dataset) setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
    else location.reload();
  });
})();
