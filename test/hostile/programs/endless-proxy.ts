// [timeout] Exports a proxy whose call never ends.
export const adversarial = new Proxy(() => 1, {
  apply: () => {
    for (;;);
  },
});
