#!/usr/bin/env python3
"""Makes the files of this folder: one report in which each value has something beside it that is no part of it, as other programs
write it. `printf 'base = county\\nlayout = Html\\n' | cargo run -q -p jiaohe-testkit --example write > /tmp/base.html`, then
`make.py /tmp/base.html`. Needs lxml, openpyxl and LibreOffice.
"""
import html, io, os, subprocess, sys, tempfile, zipfile
from lxml import html as tree

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ["strike", "raised", "hidden", "white", "tiny", "small"]


def model(path):
    blocks = []
    for element in tree.parse(path, tree.HTMLParser(encoding="utf-8")).getroot().find("body"):
        if element.tag == "table":
            rows = [[(cell.text_content(), int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))) for cell in row]
                    for row in element.iter("tr")]
            blocks.append(rows)
        else:
            blocks.append(element.text_content())
    return blocks


def is_value(text):
    return text.replace(".", "", 1).isdigit()


def places(rows):
    """(row, column, text, columns, rows) of each cell, and how many columns there are."""
    taken, found = set(), []
    for at, row in enumerate(rows):
        column = 0
        for text, columns, height in row:
            while (at, column) in taken:
                column += 1
            found.append((at, column, text, columns, height))
            taken |= {(at + i, column + j) for i in range(height) for j in range(columns)}
            column += columns
    return found, max(column for _, column in taken) + 1


class Turn:
    """Gives each value the next kind."""

    def __init__(self):
        self.at = 0

    def next(self):
        self.at += 1
        return KINDS[self.at % len(KINDS)]


def word(blocks):
    turn = Turn()
    properties = {"strike": "<w:strike/>", "raised": '<w:vertAlign w:val="superscript"/>', "hidden": "<w:vanish/>",
                  "white": '<w:color w:val="FFFFFF"/>', "tiny": '<w:sz w:val="2"/>', "small": '<w:sz w:val="12"/>'}

    def run(text, kind=""):
        return f'<w:r><w:rPr>{properties.get(kind, "")}</w:rPr><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'

    def runs(text):
        if not is_value(text):
            return run(text)
        kind = turn.next()
        return run(text) + run("1", kind) if kind in ("raised", "small") else run("9", kind) + run(text)

    out = []
    for block in blocks:
        if isinstance(block, str):
            out.append(f"<w:p>{run(block)}</w:p>")
            continue
        cells, width = places(block)
        at = {(row + i, column): (text, columns, height, i) for row, column, text, columns, height in cells
              for i in range(height)}
        sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in
                        ("top", "left", "bottom", "right", "insideH", "insideV"))
        out.append(f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>"
                   + f'<w:gridCol w:w="{15000 // width}"/>' * width + "</w:tblGrid>")
        for row in range(len(block)):
            out.append("<w:tr>")
            for column in range(width):
                if (row, column) not in at:
                    continue
                text, columns, height, i = at[row, column]
                merge = "" if height == 1 else '<w:vMerge w:val="restart"/>' if i == 0 else "<w:vMerge/>"
                out.append(f'<w:tc><w:tcPr><w:tcW w:w="{15000 // width * columns}" w:type="dxa"/>'
                           f'<w:gridSpan w:val="{columns}"/>{merge}</w:tcPr><w:p>{runs(text) if i == 0 else ""}</w:p></w:tc>')
            out.append("</w:tr>")
        out.append("</w:tbl>")
    main = ('<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f'<w:body>{"".join(out)}<w:sectPr><w:pgSz w:w="16838" w:h="23811"/><w:pgMar w:top="720" w:right="720" w:bottom="720" '
            'w:left="720"/></w:sectPr></w:body></w:document>')
    types = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
             'wordprocessingml.document.main+xml"/></Types>')
    relations = ('<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                 'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                 'officeDocument" Target="word/document.xml"/></Relationships>')
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in [("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", main)]:
            archive.writestr(name, text)
    return buffer.getvalue()


def book(blocks):
    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    turn = Turn()
    fonts = {"strike": InlineFont(strike=True), "raised": InlineFont(vertAlign="superscript"), "tiny": InlineFont(sz=1),
             "white": InlineFont(color="FFFFFFFF"), "hidden": InlineFont(sz=1), "small": InlineFont(sz=6)}
    usual = InlineFont(sz=11, color="FF000000")
    workbook = openpyxl.Workbook()
    sheet, at = workbook.active, 1
    for block in blocks:
        if isinstance(block, str):
            sheet.cell(at, 1, block)
            at += 1
            continue
        for row, column, text, columns, height in places(block)[0]:
            cell = sheet.cell(at + row, column + 1)
            if is_value(text):
                kind = turn.next()
                parts = [TextBlock(fonts[kind], "9"), TextBlock(usual, text)]
                if kind in ("raised", "small"):
                    parts = [TextBlock(usual, text), TextBlock(fonts[kind], "1")]
                cell.value = CellRichText(*parts)
            else:
                cell.value = text
            if columns > 1 or height > 1:
                sheet.merge_cells(start_row=at + row, end_row=at + row + height - 1, start_column=column + 1,
                                  end_column=column + columns)
        at += len(block)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def main():
    blocks = model(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        def convert(name, data, kind, into):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
            subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder, os.path.join(folder, name)],
                           check=True, capture_output=True)
            made = os.path.join(folder, os.path.splitext(name)[0] + "." + kind)
            os.replace(made, os.path.join(HERE, into))

        for kind in ("doc", "odt", "pdf"):
            convert("a.docx", word(blocks), kind, "libreoffice." + kind)
        convert("a.xlsx", book(blocks), "xls", "libreoffice.xls")
        with open(os.path.join(HERE, "openpyxl.xlsx"), "wb") as file:
            file.write(book(blocks))


main()
