// Starts the application as soon as somebody begins to act, or else a while after the page was shown: whoever only reads is not
// held up by it. Before that, links, forms and menus work by themselves; what only the application can answer waits for it.
(({ script, module }) => {
    const START_AFTER = 4000; // milliseconds after the page was loaded
    const ACTS = ["pointermove", "pointerdown", "dragenter", "keydown", "click", "input", "change"];
    const HELD = ["keydown", "click", "input", "change"];
    const SCRIPTED = "button[type=button]:not([popovertarget], [data-copy], [data-share])";
    const held = [];
    let fetched, started;

    function fetchAll() {
        return (fetched ??= Promise.all([
            import(script),
            WebAssembly.compileStreaming(fetch(module)),
            // The loader finds these in the browser's cache when the page comes alive.
            ...(document.querySelector("meta[name=modules]")?.content.split(" ") ?? []).map(cache),
        ]));
    }

    const cache = async (address) => (await fetch(address)).arrayBuffer();

    async function run() {
        const [glue, compiled] = await fetchAll();
        await glue.default({ module_or_path: compiled });
        glue.hydrate();
    }

    const start = () => (started ??= run());

    function act(event) {
        start();
        if (!event.isTrusted || !HELD.includes(event.type)) return;
        const target = event.type === "click" ? event.target.closest(SCRIPTED) : event.target;
        if (!target) return;
        const { value, checked } = target;
        // Chosen files cannot be put back, and need not be.
        held.push({ event, target, entered: event.type === "input" && { value, checked } });
    }

    /** The page is alive: what was waiting happens now, in its order. */
    function alive() {
        for (const type of ACTS) removeEventListener(type, act, true);
        for (const { event, target, entered } of held.filter((it) => it.target.isConnected)) {
            Object.assign(target, entered);
            target.dispatchEvent(new event.constructor(event.type, event));
        }
    }

    for (const type of ACTS) addEventListener(type, act, { capture: true, passive: true });
    addEventListener("load", () => {
        // Not before the page was painted.
        requestAnimationFrame(() => setTimeout(fetchAll));
        setTimeout(start, START_AFTER);
    });
    new MutationObserver((_, observer) => {
        observer.disconnect();
        setTimeout(alive);
    }).observe(document.documentElement, { attributeFilter: ["data-ready"], subtree: true });
})(document.currentScript.dataset);
