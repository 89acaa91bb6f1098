"""Writes the OFD fixtures and gold.json: python3 tests/files/ofd/make.py

`lined.ofd` is made by hand: a template with the head, lines as paths, distances with repeats, a composite unit, paths of parts
in all the ways that writers have. `plain.ofd` is what easyofd makes of a PDF whose table has no lines: text only.
Needs easyofd and reportlab. Sentences and figures are made up.
"""
import base64, contextlib, io, json, pathlib, tempfile, zipfile
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

HERE = pathlib.Path(__file__).parent
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'

def text(x, y, words, size=4, extra=""):
    deltas = f'DeltaX="g {len(words) - 1} {size}"' if len(words) > 1 else ""
    return (f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 150 {size + 1}" Font="2" Size="{size}" {extra}>'
            f'<ofd:TextCode X="0" Y="{size}" {deltas}>{words}</ofd:TextCode></ofd:TextObject>')

def line(x0, y0, x1, y1):
    return (f'<ofd:PathObject ID="1" Boundary="{min(x0, x1)} {min(y0, y1)} {abs(x1 - x0) + 1} {abs(y1 - y0) + 1}" LineWidth="0.2">'
            f'<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>')

def page(body, head=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {NS}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>'
            f'{head}<ofd:Content><ofd:Layer ID="9">{body}</ofd:Layer></ofd:Content></ofd:Page>')

def lined():
    rows = [("门类", "接收数"), ("1.文书档案", "49"), ("2.会计档案", "0")]
    first = "".join(line(30, y, 130, y) for y in (100, 110, 120, 130)) + "".join(line(x, 100, x, 130) for x in (30, 80, 130))
    for at, (label, value) in enumerate(rows):
        first += text(35, 107 + at * 10, label) + text(100, 107 + at * 10, value)
    first += text(30, 60, "一、总体情况") + text(30, 75, "二、接收情况")
    # The table goes on behind the page break, and a number stands at the foot of each page.
    second = "".join(line(30, y, 130, y) for y in (30, 40)) + "".join(line(x, 30, x, 40) for x in (30, 80, 130))
    second += text(35, 37, "3.声像档案") + '<ofd:CompositeObject ID="1" ResourceID="77" CTM="2 0 0 2 0 0" Boundary="100 33 20 20"/>'
    second += text(30, 60, "三、其他事项") + '<ofd:TextObject ID="1" Visible="false" Boundary="30 80 90 9" Size="4"><ofd:TextCode X="0" Y="4">看不见</ofd:TextCode></ofd:TextObject>'
    foot = lambda n: text(100, 285, f"- {n} -")
    unit = '<ofd:CompositeGraphicUnit ID="77" Width="10" Height="10"><ofd:Content>' + text(0, 2, "7", 2) + '</ofd:Content></ofd:CompositeGraphicUnit>'
    parts = {
        "OFD.xml": f'<?xml version="1.0"?><ofd:OFD {NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f'<?xml version="1.0"?><ofd:Document {NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>'
            '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID="5" BaseLoc="Tpls\\Tpl_0/Content.xml"/></ofd:CommonData>'
            '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="/doc_0/Pages/Page_1/content.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/PublicRes.xml": f'<?xml version="1.0"?><ofd:Res {NS} BaseLoc="Res"><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>',
        "Doc_0/Tpls/Tpl_0/Content.xml": page(text(60, 40, "青川县档案馆工作报告", 6)),
        "Doc_0/Pages/Page_0/Content.xml": page(first + foot(1), '<ofd:Template TemplateID="5" ZOrder="Background"/>'),
        "Doc_0/Pages/Page_1/Content.xml": page(second + foot(2)),
    }
    with zipfile.ZipFile(HERE / "lined.ofd", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    cells = [{"r": r, "c": c, "rs": 1, "cs": 1, "t": t} for r, row in enumerate(rows + [("3.声像档案", "7")]) for c, t in enumerate(row)]
    return [{"p": "青川县档案馆工作报告"}, {"p": "一、总体情况"}, {"p": "二、接收情况"},
            {"table": {"rows": 4, "cols": 2, "cells": cells}}, {"p": "三、其他事项"}]

def plain():
    from easyofd import OFD
    pdfmetrics.registerFont(TTFont("WQY", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"))
    out = io.BytesIO()
    c = canvas.Canvas(out, pagesize=A4, invariant=1)
    c.setFont("WQY", 12)
    rows = [("一、总体情况", None), ("", ["接收", "移出", "总计"]), ("1.文书档案和", [3, None, 3]), ("会计档案", None), ("2.声像档案", [10, 4, 14])]
    for at, (label, values) in enumerate(rows):
        y = 760 - at * 18
        c.drawString(72, y, label)
        for x, value in zip((250, 330, 410), values or []):
            if value is not None:
                c.drawString(x, y, str(value))
    c.save()
    # easyofd leaves its parts in the folder it runs in.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        data = OFD().pdf2ofd(out.getvalue(), optional_text=True)
    (HERE / "plain.ofd").write_bytes(data if isinstance(data, bytes) else base64.b64decode(data))
    grid = [("", "接收", "移出", "总计"), ("1.文书档案和会计档案", "3", "", "3"), ("2.声像档案", "10", "4", "14")]
    cells = [{"r": r, "c": c, "rs": 1, "cs": 1, "t": t} for r, row in enumerate(grid) for c, t in enumerate(row) if r or c]
    return [{"p": "一、总体情况"}, {"table": {"rows": 3, "cols": 4, "cells": cells}}]

(HERE / "gold.json").write_text(json.dumps({"lined.ofd": lined(), "plain.ofd": plain()}, ensure_ascii=False, separators=(",", ":")) + "\n")
