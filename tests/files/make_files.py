"""Writes the fixtures of tests/read.rs. Standard library only: python3 tests/files/make_files.py

The sentences are made up. Each file stands for what one kind of program writes; gold.json says what it must give.
"""
import json, pathlib, zipfile

HERE = pathlib.Path(__file__).parent
P = lambda text: {"p": text}

def table(rows, cols, *cells):
    """A cell is (row, column, text) or (row, column, text, row span, column span)."""
    full = [cell + (1, 1) if len(cell) == 3 else cell for cell in cells]
    return {"table": {"rows": rows, "cols": cols,
                      "cells": [{"r": r, "c": c, "rs": rs, "cs": cs, "t": t} for r, c, t, rs, cs in full]}}

HEAD = table(4, 4,
    (0, 0, "第二十条第（一）项", 1, 4),
    (1, 0, "信息内容"), (1, 1, "本年制发\n件数"), (1, 2, "本年废止件数"), (1, 3, "现行有效件数"),
    (2, 0, "规章"), (2, 1, "0"), (2, 2, "0"), (2, 3, "3"),
    (3, 0, "行政许可"), (3, 1, "1,204", 1, 3))

# A page that Word saved: GBK without saying so, lists labelled in conditional comments, a last row without height.
word = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>x</title><style>p.a{mso-style-name:x}</style>
<!--[if gte mso 9]><xml><o:a>不是正文</o:a></xml><![endif]--></head><body lang=ZH-CN>
<h1><a name="_GoBack"></a><span style='mso-list:Ignore'>一、</span>总体情况<o:p></o:p></h1>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span><![endif]>全年受理申请
<del cite="mailto:x"><span>8</span></del><ins cite="mailto:x"><span>9</span></ins>件。<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1 cellpadding=0><tr><td width=400 colspan=4><p>第二十条第（一）项<o:p></o:p></p></td></tr>
<tr><td width=100><p>信息内容</p></td><td width=100><p>本年制发</p><p>件数</p></td><td width=100><p>本年废止件数</p></td><td width=100><p>现行有效件数</p></td></tr>
<tr><td><p>规章</p></td><td><p>0</p></td><td><p>0<o:p></o:p></p></td><td><p>3</p></td></tr>
<tr><td><p>行政许可</p></td><td colspan=3><p>1,204</p></td></tr>
<![if !supportMisalignedColumns]><tr height=0><td width=100></td><td width=100></td><td width=100></td><td width=100></td></tr><![endif]>
</table><p>后文<img src="file:///C:/a.png"></p></body></html>"""

# A page of a content management system: layout tables, entities, the report in br-separated lines, unclosed tags.
cms = """<!DOCTYPE html><html><head><meta charset="utf-8"><script>var a="<p>1</p>";</script></head><body>
<table width="100%"><tr><td><ul><li>首页<li>公开指南</ul></td></tr><tr><td>
<table><tbody><tr><td colspan="2"><div class="title">甲区二〇二三年度报告</div></td></tr><tr><td>
<div id="zoom">一、总体情况<br>&emsp;本区全年公开信息&nbsp;86&nbsp;条。<br /><br/>二、主动公开政府信息情况
<div align="center"><table border="1"><tbody><tr><td colspan="4"><p>第二十条第（一）项</td></tr>
<tr><td>信息内容<td>本年制发<br/>件数<td>本年废止件数<td>现行有效件数
<tr><td>规章</td><td>0</td><td>0</td><td>3</td></tr><tr><td>行政许可<td colspan="9">1,204</td></tr></tbody></table></div>
</div></td></tr></tbody></table></td></tr></table><div style="display:none">隐藏</div></body></html>"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

def par(text, props=""):
    return f"<w:p><w:pPr>{props}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"

def cell(text, props=""):
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(par(line) for line in text.split(chr(10)))}</w:tc>"

def row(*cells, props=""):
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"

# A document with numbered headings, tracked changes and a column that was dragged by a hair in one row.
body = (par("总体情况", "<w:pStyle w:val='2'/>")
    + "<w:p><w:r><w:t>全年受理申请</w:t></w:r><w:del w:id='1'><w:r><w:delText>8</w:delText></w:r></w:del>"
      "<w:ins w:id='2'><w:r><w:t>9</w:t></w:r></w:ins><w:r><w:t>件。</w:t></w:r></w:p>"
    + par("主动公开政府信息情况", "<w:pStyle w:val='2'/>")
    + "<w:tbl><w:tblPr/><w:tblGrid>" + "".join(f"<w:gridCol w:w='{w}'/>" for w in (2000, 1990, 12, 2000, 2000)) + "</w:tblGrid>"
    + row(cell("第二十条第（一）项", "<w:gridSpan w:val='5'/>"))
    + row(cell("信息内容"), cell("本年制发\n件数"), cell("本年废止件数", "<w:gridSpan w:val='2'/>"), cell("现行有效件数"))
    + row(cell("规章"), cell("0", "<w:gridSpan w:val='2'/>"), cell("0"), cell("3"))
    + row(cell("删去的一行"), cell("5"), props="<w:del w:id='3'/>")
    + row(cell("行政许可"), cell("1,204", "<w:gridSpan w:val='4'/>")) + "</w:tbl>")
styles = ("<w:style w:type='paragraph' w:styleId='2'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr>"
          "<w:outlineLvl w:val='0'/></w:pPr></w:style>")
numbering = ("<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/>"
             "<w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='4'><w:abstractNumId w:val='1'/></w:num>")
XML = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"

def rels(*pairs):
    inner = "".join(f"<Relationship Id='r{n}' Type='{R}/{kind}' Target='{target}'/>" for n, (kind, target) in enumerate(pairs))
    return f"{XML}<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{inner}</Relationships>"

def docx(path):
    types = "".join(f"<Override PartName='/{p}' ContentType='{OFFICE}{t}+xml'/>" for p, t in
        (("doc/main2.xml", "document.main"), ("doc/styles.xml", "styles"), ("doc/numbering.xml", "numbering")))
    parts = {
        "[Content_Types].xml": f"{XML}<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            f"<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>{types}</Types>",
        "_rels/.rels": rels(("officeDocument", "/doc/main2.xml")),
        "doc/_rels/main2.xml.rels": rels(("styles", "styles.xml"), ("numbering", "../doc/numbering.xml")),
        "doc/main2.xml": f"{XML}<w:document xmlns:w='{W}'><w:body>{body}<w:sectPr/></w:body></w:document>",
        "doc/styles.xml": f"{XML}<w:styles xmlns:w='{W}'>{styles}</w:styles>",
        "doc/numbering.xml": f"{XML}<w:numbering xmlns:w='{W}'>{numbering}</w:numbering>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)

GOLD = {
    "word.html": [P("一、总体情况"), P("（一）\u00a0全年受理申请 9件。"), HEAD, P("后文")],
    "cms.html": [P("首页"), P("公开指南"), P("甲区二〇二三年度报告"), P("一、总体情况"),
                 P("\u2003本区全年公开信息\u00a086\u00a0条。"), P("二、主动公开政府信息情况"), HEAD],
    "dragged.docx": [P("一、总体情况"), P("全年受理申请9件。"), P("二、主动公开政府信息情况"), HEAD],
}
# In the page the span of nine columns reaches beyond the other rows.
GOLD["cms.html"][-1] = json.loads(json.dumps(HEAD))

(HERE / "word.html").write_bytes(word.encode("gb18030"))
(HERE / "cms.html").write_bytes(cms.encode("utf-8"))
docx(HERE / "dragged.docx")
(HERE / "gold.json").write_text(json.dumps(GOLD, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
