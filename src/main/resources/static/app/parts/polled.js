// What the API answers at an address, asked again and again while the page is looked at.

import { useEffect, useState } from '../vendor/preact.js';
import { get } from '../api.js';

/** `{ body, problem, again }`; what was there stays until the next answer. Without `every` (ms) it is asked once, and by `again`. */
export function usePolled(address, every = 0) {
  const [seen, setSeen] = useState({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    let next;
    const note = found => {
      if (current) {
        setSeen(before => ({ ...before, ...found }));
        clearTimeout(next);
        next = every && setTimeout(ask, every);
      }
    };
    const ask = () => {
      clearTimeout(next);
      document.hidden || get(address).then(body => note({ body, problem: null }), refusal => note({ problem: refusal.problem }));
    };
    const look = () => (every || !document.hidden) && ask();
    ask();
    document.addEventListener('visibilitychange', look);
    return () => {
      current = false;
      clearTimeout(next);
      document.removeEventListener('visibilitychange', look);
    };
  }, [address, every, turn]);
  return { ...seen, again: () => setTurn(before => before + 1) };
}
