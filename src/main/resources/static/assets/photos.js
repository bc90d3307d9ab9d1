// Photos of the work from the phone's camera.

import { NoConnection } from './engine.js';
import { smaller } from './smaller.js';
import { keepTask } from './kept.js';
import { add, sendWaiting } from './waiting.js';

/** What the camera has taken is sent at once, after what waits already; the page then shows what the server has. */
export function takePhotos(person, task, about) {
  const section = document.querySelector('.photos');
  section?.querySelectorAll('input').forEach(input => input.addEventListener('change', async () => {
    const status = section.querySelector('.status');
    const [photo] = input.files;
    if (!photo) return;
    status.textContent = '正在上传…';
    const id = await add({
      person, task, kind: input.dataset.kind, photo: await smaller(photo), label: `${input.parentElement.textContent.trim().replace(/^拍/, '')}，${about}`
    });
    input.value = '';
    const { sent, refused, stopped } = await sendWaiting(person);
    if (sent.includes(id)) {
      await showAnew(section).catch(() => {});
      status.textContent = '已上传。';
      keepTask(task).catch(() => {});
    } else if (refused.has(id)) {
      status.textContent = `${refused.get(id).message || '照片没有上传。'}照片还在这台手机上，可以在任务列表里再试或者删除。`;
    } else {
      status.textContent = `${stopped instanceof NoConnection ? '没有网络' : '现在传不上去'}，照片存在这台手机上，网络恢复后自动上传。`;
    }
  }));
}

async function showAnew(section) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  for (const part of ['.photos summary', '.photos ul']) {
    section.querySelector(part.slice('.photos '.length)).replaceWith(page.querySelector(part));
  }
}
