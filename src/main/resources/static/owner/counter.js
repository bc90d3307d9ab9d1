// Counts what is typed into a field with a limit. Nothing is cut: who has written too much sees by how much and shortens it.
(() => {
  'use strict';

  const count = field => {
    const most = Number(field.dataset.most);
    const written = field.value.trim().length;
    const over = written > most;
    field.setCustomValidity(over ? `最多 ${most} 个字，现在有 ${written} 个，请缩短。` : '');
    let line = field.nextElementSibling;
    if (!line?.classList.contains('count')) {
      if (!over && written < most / 2) return;
      line = document.createElement('span');
      line.className = 'count';
      line.setAttribute('role', 'status');
      field.after(line);
    }
    line.classList.toggle('over', over);
    line.textContent = over ? `最多 ${most} 个字，多了 ${written - most} 个` : `${written} / ${most} 字`;
  };

  document.addEventListener('input', ({ target }) => {
    if (target.dataset?.most) count(target);
  });
  document.querySelectorAll('[data-most]').forEach(count);
})();
