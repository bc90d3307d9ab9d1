// Photos of the work from the phone's camera.

import { NoConnection, upload } from './engine.js';
import { smaller } from './smaller.js';

/** What the camera has taken is sent at once; the page then shows what the server has. */
export function takePhotos(task) {
  const section = document.querySelector('.photos');
  section?.querySelectorAll('input').forEach(input => input.addEventListener('change', async () => {
    const status = section.querySelector('.status');
    const [photo] = input.files;
    if (!photo) return;
    status.textContent = '正在上传…';
    try {
      await upload(task, input.dataset.kind, await smaller(photo));
      await showAnew(section);
      status.textContent = '已上传。';
    } catch (error) {
      status.textContent = error instanceof NoConnection ? '没有网络，照片没有上传。网络恢复后请再拍一次，或从相册里选。'
        : error.message || '照片没有上传，请稍后再试。';
    }
    input.value = '';
  }));
}

async function showAnew(section) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  for (const part of ['.photos summary', '.photos ul']) {
    section.querySelector(part.slice('.photos '.length)).replaceWith(page.querySelector(part));
  }
}
