// A page of its own, of no build: it must work when nothing else does.
const failed = document.getElementById('failed');

document.getElementById('reset').addEventListener('click', async () => {
  failed.textContent = '';
  try {
    // Nothing is taken away while it could not be fetched again; a network that one has to log in to
    // answers everything with a page.
    const answer = await fetch('/sw.js', { method: 'HEAD', cache: 'no-store' });
    const type = answer.headers.get('content-type') ?? '';
    if (!answer.ok || !/javascript/.test(type)) throw new Error(`${answer.status} ${type}`);
    for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? [])
      await registration.unregister();
    for (const name of await caches.keys())
      if (name.startsWith('harebell-')) await caches.delete(name);
    location.replace('/');
  } catch {
    failed.textContent =
      'Harebell cannot be fetched right now; nothing was removed. 现在连不上网络，什么都没有删。';
  }
});
