"""Writes the fixtures of tests/read/doc.rs: python3 tests/files/doc/make.py

Each is made as a docx of a few lines by hand and saved as Word 97 by LibreOffice (`soffice` must be on the path; 7.4 was used).
The sentences and figures are made up.
"""
import pathlib, subprocess, tempfile, zipfile

HERE = pathlib.Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
BASE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PARTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}

STYLES = f"""<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="X"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="H1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="H2"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
NOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>以书面形式提出的申请。</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, properties=""):
    runs = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def style(name, *runs):
    return p(*runs, properties=f'<w:pStyle w:val="{name}"/>')


def change(kind, text):
    word = "delText" if kind == "del" else "t"
    return f'<w:{kind} w:id="9" w:author="a" w:date="2024-01-02T03:04:05Z"><w:r><w:{word}>{text}</w:{word}></w:r></w:{kind}>'


def field(code, result):
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return f"{mark('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{mark('separate')}{r(result)}{mark('end')}"


def table(widths, *rows):
    """A cell is its content, or (content, columns, 'restart' or 'continue')."""
    out = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    out = f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{out}</w:tblGrid>'
    for row in rows:
        cells, column = "", 0
        for cell in row:
            content, span, merge = (cell + (1, None)[len(cell) - 1:]) if isinstance(cell, tuple) else (cell, 1, None)
            width = sum(widths[column:column + span])
            column += span
            vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
            content = content if content.startswith("<w:") else "".join(p(line) for line in content.split("\n"))
            cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{vertical}</w:tcPr>{content}</w:tc>'
        out += f"<w:tr>{cells}</w:tr>"
    return out + "</w:tbl>"


def save(name, body):
    parts = {"styles": STYLES, "numbering": NUMBERING, "footnotes": NOTES}
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{BASE}{part}+xml"/>' for part in parts)
    relations = "".join(f'<Relationship Id="{part}" Type="{RELATION}{part}" Target="{part}.xml"/>' for part in parts)
    with tempfile.TemporaryDirectory() as folder:
        docx = pathlib.Path(folder) / f"{name}.docx"
        with zipfile.ZipFile(docx, "w") as archive:
            archive.writestr("[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{BASE}document.main+xml"/>{types}</Types>')
            archive.writestr("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="{RELATION}officeDocument" Target="word/document.xml"/></Relationships>')
            archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>')
            archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>")
            for part, content in parts.items():
                archive.writestr(f"word/{part}.xml", content)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "doc", "--outdir", folder, docx], check=True)
        (HERE / f"{name}.doc").write_bytes((pathlib.Path(folder) / f"{name}.doc").read_bytes())


BOX = f'<w:r><w:pict><v:shape style="position:absolute;width:100pt;height:40pt"><v:textbox><w:txbxContent>{p("内部资料")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
DELETED = '<w:rPr><w:del w:id="8" w:author="a" w:date="2024-01-02T03:04:05Z"/></w:rPr>'
HIDDEN = "<w:vanish/>"

save("text", style("H1", "总体情况")
    + style("H2", "主动公开")
    + p("全年受理申请", change("del", "8"), change("ins", "9"), "件", NOTE, "，abc café €，", r("草稿", HIDDEN), r("秘密", '<w:rStyle w:val="X"/>'), "𠀀完。")
    + style("H2", "依申请公开")
    + p("收到", properties=DELETED) + p("两件")
    + p("见", field('HYPERLINK "http://example.com/"', "本机关网站"), "<w:r><w:br/></w:r>", "第二行", BOX)
    + style("H1", "存在问题")
    + p("完毕。"))

save("tables",
    p("表一")
    + table([900] * 12,
        [("总表\n（单位：件）", 3, "restart"), ("申请人", 9)],
        [("", 3, "continue")] + [f"{c}" for c in range(9)],
        [("一、结果", 1, "restart"), ("（一）公开", 2)] + ["%d" % (c * 11) for c in range(9)],
        [("", 1, "continue"), ("（二）不予公开", 1, "restart"), "1.涉密"] + ["0"] * 9,
        [("", 1, "continue"), ("", 1, "continue"), "2.其他"] + ["1"] * 8 + [""])
    + p("表二，竖线相差一点")
    + table([1500, 12, 1500, 1500], [("甲", 1), ("乙", 2), "丙"], [("丁", 2), "戊", "己"], [("庚", 1), ("辛", 3)])
    + p("表三，套表")
    + table([3000, 3000], ["外一二三四五六七八九十", p("外乙") + table([1000, 1000], ["内一", "内二"]) + p("")], ["外三", "外四"], ["外五", "外六"])
    + p("完"))
