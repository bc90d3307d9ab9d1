// The four applications begin to draw before they have their labels, unless this browser has kept them: the first page that
// somebody opens would show their keys, the first one after an update the old texts. They wait for this module, and take what they
// find where they themselves keep the labels.

const base = document.querySelector('base');
const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;

try {
  const answer = await fetch(`${folder}zh.json`, { cache: 'no-cache' });
  if (answer.ok) {
    const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    kept[`${folder}_locales_data_zh_${window.bust}`] = JSON.stringify(await answer.json());
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
} catch {
  // Then the labels come as they always did.
}
