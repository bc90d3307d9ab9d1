// The page 回放 of a slip. A link to a moment, such as #at-12, moves the slider there.

const place = document.querySelector('[data-replay]');

function moment() {
  const [, number] = /^#at-(\d+)$/.exec(location.hash) ?? [];
  return number === undefined ? undefined : Number(number);
}

async function show() {
  // not at the top: a page without the picture has to say so
  const { replay } = await import('./replay.js');
  const answer = await fetch(place.dataset.replay, { headers: { Accept: 'application/json' } });
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  const go = replay(place, await answer.json(), number => `${place.dataset.history}#history-${number}`);
  const follow = () => {
    if (moment() === undefined) return;
    go(moment());
    place.scrollIntoView();
  };
  addEventListener('hashchange', follow);
  follow();
}

show().catch(error => {
  console.error(error);
  place.textContent = '图暂时打不开，请刷新页面再试；下面的表不受影响。';
});
