// The diagrams on the pages of 规则与流程.

async function show(place) {
  // not at the top: a page without the picture has to say so
  const { drawing } = await import('./drawing.js');
  const answer = await fetch(place.dataset.drawing, { headers: { Accept: 'application/json' } });
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  const follow = drawing(place, await answer.json());
  addEventListener('hashchange', follow);
  follow();
}

document.querySelectorAll('[data-drawing]').forEach(place =>
  show(place).catch(error => {
    console.error(error);
    place.textContent = '图暂时打不开，请刷新页面再试；下面的表不受影响。';
  })
);
