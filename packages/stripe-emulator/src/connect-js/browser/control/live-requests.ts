/** So many rows stay in the table. */
const SHOWN = 30;

/** Puts each request at the head of the control page's table as it arrives; the server has written and escaped the row. */
function showArrivals(rows: Element): void {
  const arrivals = new EventSource('/_emulator/requests/arrivals');
  arrivals.addEventListener('message', ({ data }: MessageEvent<string>) => {
    rows.insertAdjacentHTML('afterbegin', data);
    while (rows.childElementCount > SHOWN) rows.lastElementChild?.remove();
  });
}

const found = document.getElementById('requests');
if (found !== null) showArrivals(found);
