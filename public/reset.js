// A page of its own, of no build: it must work when nothing else does.
const failed = document.getElementById('failed');

document.getElementById('reset').addEventListener('click', async () => {
  failed.textContent = '';
  try {
    // Nothing is taken away while it could not be fetched again.
    const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
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
