"""The whole book for e-readers, as EPUB 3: ``python -m salesedu.site.epub``.

The same text as the PDF (:mod:`.whole_book`), one file for each page of the book, with a table of contents by
part, page and section; formulas are MathML and charts SVG, so both grow with the letters.
"""

import argparse
import copy
import hashlib
import mimetypes
import os
import re
import sys
import uuid
import zipfile
from html import escape
from pathlib import Path

from lxml import etree

from .npm import AssetError
from .social_card import png
from .whole_book import Chapter, read, read_list, solutions

__all__ = ["main", "write"]

_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
_XHTML, _SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"
_EPUB = "http://www.idpf.org/2007/ops"
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
# HTML's parser writes SVG's names in small letters; XML tells the difference.
_MIXED_CASE = (
    "viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform", "clipPathUnits", "markerWidth",
    "markerHeight", "markerUnits", "refX", "refY", "patternUnits", "textLength", "lengthAdjust", "linearGradient",
    "radialGradient", "clipPath", "textPath", "foreignObject",
)  # fmt: skip
_CAMEL = {name.lower(): name for name in _MIXED_CASE}
_NOT_IN_XHTML = ("align", "border", "valign", "frame", "rules", "cellpadding", "cellspacing", "halign")


def _as_xml(element: etree._Element) -> etree._Element:
    """The same element with namespaces, and without what EPUB's schema does not know."""

    def made(old, space):
        if not isinstance(old.tag, str):
            return None
        tag = etree.QName(old).localname
        own = etree.QName(old).namespace or (_SVG if tag == "svg" else space)
        svg = own == _SVG
        new = etree.Element(f"{{{own}}}{_CAMEL.get(tag, tag) if svg else tag}", nsmap={None: own})
        for name, value in old.attrib.items():
            if name == "xmlns" or ":" in name or name.startswith("{") or (not svg and name in _NOT_IN_XHTML):
                continue
            new.set(_CAMEL.get(name, name) if svg else name, value)
        new.text = old.text
        inside = _XHTML if tag == "foreignObject" else own
        for child in old:
            grown = made(child, inside)
            if grown is not None:
                new.append(grown)
                grown.tail = child.tail
            elif child.tail:  # a comment; the text behind it stays
                if len(new):
                    new[-1].tail = (new[-1].tail or "") + child.tail
                else:
                    new.text = (new.text or "") + child.tail
        return new

    return made(element, _XHTML)


def _page(title: str, language: str, body: etree._Element, kind: str = "chapter") -> bytes:
    nsmap = {None: _XHTML, "epub": _EPUB}
    whole = etree.Element(f"{{{_XHTML}}}html", nsmap=nsmap, lang=language)
    whole.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    head = etree.SubElement(whole, f"{{{_XHTML}}}head")
    etree.SubElement(head, f"{{{_XHTML}}}title").text = title
    etree.SubElement(head, f"{{{_XHTML}}}link", rel="stylesheet", type="text/css", href="book.css")
    room = etree.SubElement(whole, f"{{{_XHTML}}}body")
    body.set(f"{{{_EPUB}}}type", kind)
    room.append(body)
    return etree.tostring(whole, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def _sections(body: etree._Element, file: str) -> str:
    lines = []
    for section in body.iterfind(f".//{{{_XHTML}}}section[@id]"):
        heading = section.find(f"./{{{_XHTML}}}h2")
        if heading is not None:
            text = escape(" ".join("".join(heading.itertext()).split()))
            lines.append(f'<li><a href="{file}#{section.get("id")}">{text}</a></li>')
    return f"<ol>{''.join(lines)}</ol>" if lines else ""


def _contents(told: dict, entries: list[tuple[str | None, str, str, str]]) -> bytes:
    lines, open_part = [], None
    for part, file, title, sections in entries:
        if part != open_part:
            lines.append("</ol></li>" if open_part else "")
            lines.append(f"<li><span>{escape(part)}</span><ol>" if part else "")
            open_part = part
        lines.append(f'<li><a href="{file}">{escape(title)}</a>{sections}</li>')
    lines.append("</ol></li>" if open_part else "")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="{_XHTML}" xmlns:epub="{_EPUB}" '
        f'lang="{told["language"]}" xml:lang="{told["language"]}"><head><title>Contents</title></head><body>'
        f'<nav epub:type="toc" id="toc"><h1>Contents</h1><ol>{"".join(lines)}</ol></nav></body></html>\n'
    ).encode()


def _package(told: dict, files: list[dict], digest: str) -> bytes:
    manifest = "".join(
        f'<item id="{one["id"]}" href="{one["href"]}" media-type="{one["type"]}"'
        + (f' properties="{one["properties"]}"' if one.get("properties") else "")
        + "/>\n"
        for one in files
    )
    publisher = f"<dc:publisher>{escape(told['institution'])}</dc:publisher>" if told["institution"] else ""
    spine = "".join(f'<itemref idref="{one["id"]}"/>' for one in files if one.get("spine"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{told["language"]}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">urn:uuid:{uuid.UUID(digest[:32])}</dc:identifier>'
        f"<dc:title>{escape(told['title'])}</dc:title><dc:language>{told['language']}</dc:language>"
        f"<dc:creator>{escape(told['author'])}</dc:creator><dc:rights>{escape(told['licence'])}</dc:rights>"
        f"{publisher}"
        '<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>\n'
        '<meta property="schema:accessMode">textual</meta><meta property="schema:accessMode">visual</meta>'
        '<meta property="schema:accessibilityFeature">tableOfContents</meta>'
        '<meta property="schema:accessibilityFeature">MathML</meta>'
        '<meta property="schema:accessibilityHazard">none</meta>\n'
        f"</metadata><manifest>\n{manifest}</manifest><spine>{spine}</spine></package>\n"
    ).encode()


def _across_files(bodies: dict[str, etree._Element]) -> None:
    """Links within the book lead to the file in which their target now is."""
    home = {one.get("id"): file for file, body in bodies.items() for one in body.iter() if one.get("id")}
    for file, body in bodies.items():
        for link in body.iter(f"{{{_XHTML}}}a", f"{{{_SVG}}}a"):
            to = link.get("href", "")
            if to.startswith("#") and home.get(to[1:], file) != file:
                link.set("href", home[to[1:]] + to)


def write(site: Path, target: Path, base: str = "") -> int:
    """Write the EPUB; the same site gives the same bytes.

    Returns
    -------
    int
        How many pages of the book are in it.
    """
    told, chapters = read_list(site), read(site, base)
    last = Chapter("solutions", "Solutions", None, solutions(chapters))
    bodies = {f"{one.key}.xhtml": _as_xml(copy.deepcopy(one.body)) for one in [*chapters, last]}
    _across_files(bodies)
    parts: dict[str, bytes] = {
        "book.css": re.sub(r"(?m)^@page.*\n", "", Path(__file__).with_name("paper.css").read_text("utf-8")).encode(),
        "cover.png": png(told["title"], "An open course in B2B sales that answers back", told["institution"]),
    }
    files = [
        {"id": "contents", "href": "contents.xhtml", "type": "application/xhtml+xml", "properties": "nav", "spine": 1},
        {"id": "css", "href": "book.css", "type": "text/css"},
        {"id": "cover", "href": "cover.png", "type": "image/png", "properties": "cover-image"},
    ]
    entries, pictures = [], {}
    for one, (file, body) in zip([*chapters, last], bodies.items(), strict=True):
        for image in body.iter(f"{{{_XHTML}}}img"):
            path = site / image.get("src")
            name = f"pictures/{path.name}"
            pictures[name] = path
            image.set("src", name)
            image.set("alt", image.get("alt", ""))
        spaces = {etree.QName(each).namespace for each in body.iter()}
        has = ("svg" if _SVG in spaces else "", "mathml" if "http://www.w3.org/1998/Math/MathML" in spaces else "")
        files.append({
            "id": f"p-{one.key}", "href": file, "type": "application/xhtml+xml", "spine": 1,
            "properties": " ".join(filter(None, has)),
        })  # fmt: skip
        entries.append((one.part, file, one.title, _sections(body, file)))
        parts[file] = _page(one.title, told["language"], body)
    for number, (name, path) in enumerate(sorted(pictures.items())):
        parts[name] = path.read_bytes()
        files.append({"id": f"picture-{number}", "href": name, "type": mimetypes.guess_type(name)[0]})
    parts["contents.xhtml"] = _contents(told, entries)
    digest = hashlib.sha256(b"".join(parts[name] for name in sorted(parts))).hexdigest()
    parts["package.opf"] = _package(told, files, digest)
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(zipfile.ZipInfo("mimetype", _FIXED_TIME), b"application/epub+zip")  # first, not compressed
        packed.writestr(zipfile.ZipInfo("META-INF/container.xml", _FIXED_TIME), _CONTAINER)
        for name in sorted(parts):
            info = zipfile.ZipInfo(f"book/{name}", _FIXED_TIME)
            packed.writestr(info, parts[name], zipfile.ZIP_DEFLATED)
    return len(entries)


def main(arguments: list[str] | None = None) -> int:
    """Make the built book into an EPUB."""
    parser = argparse.ArgumentParser(prog="python -m salesedu.site.epub", description=main.__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("_build/html"))
    parser.add_argument("target", nargs="?", type=Path, default=Path("_build/salesedu.epub"))
    given = parser.parse_args(arguments)
    try:
        count = write(given.site, given.target, os.environ.get("SALESEDU_BASE_URL", ""))
    except (FileNotFoundError, AssetError) as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"{given.target}: {count} pages of the book, {given.target.stat().st_size / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
