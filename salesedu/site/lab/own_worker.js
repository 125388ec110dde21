// A book that a reader keeps has a service worker that answers for the lab's pages too. JupyterLite takes any worker
// for an older one of its own, ends it, or leans on it: here it sees its own only.
(({ prototype }, lab) => {
  const { get } = Object.getOwnPropertyDescriptor(prototype, "controller");
  const all = prototype.getRegistrations;
  const own = (worker) => (worker?.scriptURL.startsWith(lab) ? worker : null);
  Object.defineProperty(prototype, "controller", { get() { return own(get.call(this)); } });
  prototype.getRegistrations = async function () {
    return (await all.call(this)).filter(({ scope }) => scope.startsWith(lab));
  };
})(globalThis.ServiceWorkerContainer ?? class { get controller() {} }, new URL("../", location.href).href);
