"""Serve the built book on this machine: ``python -m salesedu.site.serve _build/html``.

Browsers load modules and workers over HTTP only, so a double click on a page is not enough.
"""

import argparse
import functools
import http.server
import sys
from pathlib import Path

from .lab.address import FOLDER

__all__ = ["CSP", "LAB_CSP", "make_server"]

#: The strictest policy under which the whole book works; lecturers can send it with every page.
CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:"
)

#: The strictest one under which the lab works: JupyterLab compiles checks of settings, and kernels start from blobs.
LAB_CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data: blob:"
)


class _Pages(http.server.SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 (the base class's own form)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }
    under = "/"
    policy = ""

    def translate_path(self, path):
        if not path.startswith(self.under):
            return str(Path(self.directory) / "no-such-page")
        return super().translate_path("/" + path.removeprefix(self.under))

    def end_headers(self):
        if self.policy:
            lab = self.path.startswith(f"{self.under}{FOLDER}/")
            self.send_header("Content-Security-Policy", LAB_CSP if lab else self.policy)
        # A hashed folder never changes; a page may change with the next build, and what is missing may come.
        hashed = "/_static/salesedu-" in self.path and Path(self.translate_path(self.path)).is_file()
        self.send_header("Cache-Control", "max-age=31536000, immutable" if hashed else "no-cache")
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        """A wrong address gets the book's own page for it, as hosts of static pages send it."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def make_server(folder, port=0, under="/", policy=""):
    """A server of a folder on this machine only.

    Parameters
    ----------
    folder : str or Path
        The built site.
    port : int
        0 takes a free one.
    under : str
        A sub-path such as ``"/course/2026/"``; the site is then only there.
    policy : str
        A Content-Security-Policy to send with every page; the lab gets the one that it needs.

    Returns
    -------
    http.server.ThreadingHTTPServer
        Not yet serving; call ``serve_forever()``.
    """
    handler = type("Pages", (_Pages,), {"under": under, "policy": policy, "protocol_version": "HTTP/1.1"})
    return http.server.ThreadingHTTPServer(
        ("127.0.0.1", port), functools.partial(handler, directory=str(folder))
    )


def _main() -> None:
    parser = argparse.ArgumentParser(description="Serve the built book on this machine.")
    parser.add_argument("folder", nargs="?", default="_build/html")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--under", default="/")
    parser.add_argument("--csp", action="store_true", help="send the strict policy with every page")
    args = parser.parse_args()
    if not (Path(args.folder) / "index.html").is_file():
        sys.exit(f"There is no built book in {args.folder}. Run `make html` first.")
    policy = CSP if args.csp else ""
    try:
        server = make_server(args.folder, args.port, args.under, policy)
    except OSError:
        server = make_server(args.folder, 0, args.under, policy)
    print(f"\nThe book is at http://localhost:{server.server_port}{args.under}   (Ctrl+C stops it)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nStopped.")


if __name__ == "__main__":
    _main()
