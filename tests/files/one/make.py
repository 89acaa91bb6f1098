"""What make.sh cannot get from an office program: a workbook, an OFD, a saved page, a zip. Run by make.sh."""
import base64, pathlib, quopri, subprocess, zipfile
import docx, openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph

HERE = pathlib.Path(__file__).parent
document = docx.Document(HERE / "report.docx")

def blocks():
    for child in document.element.body.iterchildren():
        if child.tag.endswith("}p"):
            yield Paragraph(child, document)
        elif child.tag.endswith("}tbl"):
            yield Table(child, document)

# The whole report on one sheet, as an office would keep it in a workbook.
book = openpyxl.Workbook()
sheet = book.active
at = 1
thin = openpyxl.styles.Side(style="thin")
for block in blocks():
    if isinstance(block, Paragraph):
        if block.text.strip():
            sheet.cell(at, 1, block.text)
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=15)
            at += 1
        continue
    seen = {}
    for r, row in enumerate(block.rows):
        for c, cell in enumerate(row.cells):
            key = cell._tc
            box = seen.setdefault(key, [r, c, r, c, cell.text])
            box[2], box[3] = max(box[2], r), max(box[3], c)
            sheet.cell(at + r, 1 + c).border = openpyxl.styles.Border(thin, thin, thin, thin)
    for r0, c0, r1, c1, text in seen.values():
        value = text.replace("\r", "")
        number = value.strip()
        sheet.cell(at + r0, 1 + c0, int(number) if number.isdigit() else value)
        if (r0, c0) != (r1, c1):
            sheet.merge_cells(start_row=at + r0, end_row=at + r1, start_column=1 + c0, end_column=1 + c1)
    at += len(block.rows) + 1
book.save(HERE / "report.xlsx")

# The page that LibreOffice wrote, saved as one file.
page = (HERE / "report.html").read_bytes()
body = quopri.encodestring(page).decode("ascii")
(HERE / "report.mht").write_text(
    "From: <Saved by a browser>\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="----=_Part"\r\n\r\n'
    "------=_Part\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: file:///report.html\r\n\r\n" + body.replace("\n", "\r\n") +
    "\r\n------=_Part--\r\n", encoding="ascii", newline="")

with zipfile.ZipFile(HERE / "report.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write(HERE / "report.docx", "各单位/报告.docx")

# An OFD with the glyphs and lines of the PDF's pages, as converters write them; places are PyMuPDF's.
import pymupdf
pages = {}
for number, page in enumerate(pymupdf.open(HERE / "report.pdf")):
    mm, objects = 25.4 / 72, []
    def place(*values):
        return " ".join(f"{value * mm:.3f}" for value in values)
    for drawing in page.get_drawings():
        r = drawing["rect"]
        if drawing.get("fill") == (1.0, 1.0, 1.0) or max(r.width, r.height) < 2:
            continue
        width = max(min(r.width, r.height), drawing.get("width") or 0.5)
        across = r.width > r.height
        line = (0, 0, r.width, 0) if across else (0, 0, 0, r.height)
        objects.append(f'<ofd:PathObject ID="{len(objects) + 100}" Boundary="{place(r.x0, r.y0, max(r.width, .5), max(r.height, .5))}" '
                       f'LineWidth="{width * mm:.3f}"><ofd:AbbreviatedData>M {place(*line[:2])} L {place(*line[2:])}</ofd:AbbreviatedData></ofd:PathObject>')
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                chars = [c for c in span["chars"] if c["c"] != " "]  # PyMuPDF writes gaps as blanks
                if not "".join(c["c"] for c in chars).strip():
                    continue
                x0, y0, x1, y1 = span["bbox"]
                steps = " ".join(f"{(b['origin'][0] - a['origin'][0]) * mm:.3f}" for a, b in zip(chars, chars[1:]))
                text = "".join(c["c"] for c in chars).replace("&", "&amp;").replace("<", "&lt;")
                delta = f' DeltaX="{steps}"' if steps else ""
                objects.append(f'<ofd:TextObject ID="{len(objects) + 100}" Boundary="{place(x0, y0, x1 - x0, y1 - y0)}" Font="3" Size="{span["size"] * mm:.3f}">'
                               f'<ofd:TextCode X="0" Y="{(chars[0]["origin"][1] - y0) * mm:.3f}"{delta}>{text}</ofd:TextCode></ofd:TextObject>')
    box = place(0, 0, page.rect.width, page.rect.height)
    pages[number] = (f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area>'
                     f'<ofd:Content><ofd:Layer ID="2">{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>')
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
listed = "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in pages)
parts = {
    "OFD.xml": f'<ofd:OFD {NS} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    "Doc_0/Document.xml": f'<ofd:Document {NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 215.9 279.4</ofd:PhysicalBox></ofd:PageArea>'
                          f'</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>',
    **{f"Doc_0/Pages/Page_{n}/Content.xml": xml for n, xml in pages.items()},
}
with zipfile.ZipFile(HERE / "report.ofd", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, xml in parts.items():
        archive.writestr(name, HEAD + xml)
