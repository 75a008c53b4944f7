// A public dashboard has no circuit: it is fetched again and its content replaced. What could not be fetched looks old.
const board = () => document.querySelector('[data-public-dashboard]');
const again = async () => {
  const shown = board();
  if (!shown) return;
  try {
    const answer = await fetch(location.href, { cache: 'no-store', redirect: 'error' });
    const next = answer.ok || answer.status === 404 ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('content') : null;
    if (next) document.getElementById('content').replaceChildren(...next.childNodes);
    else shown.dataset.stale = 'true';
  } catch {
    shown.dataset.stale = 'true';
  }
  plan();
};
const plan = () => { const shown = board(); if (shown) setTimeout(again, Math.max(5, Number(shown.dataset.publicDashboard)) * 1000); };
plan();
