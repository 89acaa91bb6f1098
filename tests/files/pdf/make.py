"""Writes the PDF fixtures and gold.json: python3 tests/files/pdf/make.py

Needs reportlab, weasyprint (with a Chinese font) and pymupdf, which writes the passwords. Sentences and figures are made up.
"""
import io, json, pathlib, zlib
import pymupdf, weasyprint
from reportlab.lib import colors
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

HERE = pathlib.Path(__file__).parent
TITLE = "青川县档案馆2031年工作报告"
TEXT = ("一、总体情况", "全年接待查档群众一千二百余人次，提供档案三千四百卷，较上年增长百分之十五，详见https://example.cn/archive查阅指南。"
        "馆藏数字化率达到八成，群众满意。", "二、接收情况")
HEAD = ["门类", "接收数", "移出数"]
ROWS = [[f"{n}.{name}档案", str(n * 7), str(n)] for n, name in enumerate(
    ["文书", "会计", "科技专业和基本建设项目", "声像", "实物", "婚姻登记", "土地承包经营", "退役军人", "招生录取", "林权"], 1)]
AFTER = "三、其他事项"

def table(rows, spans=()):
    covered = {(r + i, c + j) for r, c, rs, cs in spans for i in range(rs) for j in range(cs)} - {s[:2] for s in spans}
    size = {(r, c): (rs, cs) for r, c, rs, cs in spans}
    cells = [{"r": r, "c": c, "rs": size.get((r, c), (1, 1))[0], "cs": size.get((r, c), (1, 1))[1], "t": text}
             for r, row in enumerate(rows) for c, text in enumerate(row) if (r, c) not in covered]
    return {"table": {"rows": len(rows), "cols": len(rows[0]), "cells": cells}}

GOLD = [{"p": TITLE}] + [{"p": text} for text in TEXT] + [table([["各门类档案收移情况", "", ""], HEAD] + ROWS, [(0, 0, 1, 3)]), {"p": AFTER}]

def stsong(path):
    """UniGB-UCS2-H, not embedded; the table goes over the page, its head is repeated, pages are numbered."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle("b", fontName="STSong-Light", fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24)
    cell = ParagraphStyle("c", fontName="STSong-Light", fontSize=10, leading=13, wordWrap="CJK", alignment=1)
    title = ParagraphStyle("t", parent=body, fontSize=16, alignment=1, firstLineIndent=0)
    data = [[Paragraph(text, cell) for text in row] for row in [["各门类档案收移情况", "", ""], HEAD] + ROWS]
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 0), (2, 0)), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    def furniture(canvas, doc):
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(72, A5[1] - 30, "青川县档案馆编")
        canvas.drawCentredString(A5[0] / 2, 25, f"- {doc.page} -")
    SimpleDocTemplate(path, pagesize=A5, topMargin=60, bottomMargin=60, invariant=1).build(
        [Paragraph(TITLE, title)] + [Paragraph(text, body) for text in TEXT]
        + [Table(data, colWidths=[70, 90, 90], style=style, repeatRows=2)] + [Paragraph(AFTER, body)],
        onFirstPage=furniture, onLaterPages=furniture)

def weasy(path):
    """Identity-H subsets with ToUnicode, borders as filled shapes; rows are cut in two by the page."""
    row = lambda cells, tag="td": "<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in cells) + "</tr>"
    html = f"""<style>@page{{size:A5;margin:60pt 50pt;font-family:"WenQuanYi Micro Hei";@bottom-center{{content:"第 " counter(page) " 页"}}}}
    body{{font:12pt/1.6 "WenQuanYi Micro Hei"}} p{{margin:0;text-indent:2em;text-align:justify}} h1{{font-size:16pt;font-weight:normal;text-align:center}}
    table{{border-collapse:collapse;width:180pt;table-layout:fixed}} td{{border:1px solid;padding:3pt 2pt;text-align:center;font-size:10pt}}</style>
    <h1>{TITLE}</h1>{"".join(f"<p>{text}</p>" for text in TEXT)}
    <table><tr><td colspan=3>各门类档案收移情况</td></tr>{row(HEAD)}{"".join(map(row, ROWS))}</table><p>{AFTER}</p>"""
    weasyprint.HTML(string=html).write_pdf(path)

def raw(objects, path):
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(out)

def stream(data, extra=b""):
    packed = zlib.compress(data)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n" % (extra, len(packed)) + packed + b"\nendstream"

def gbk(path):
    """As WPS writes it: GBK-EUC-H with an escaped name, text in a form, bold by painting twice, lines as thin rectangles."""
    show = lambda text, x, y: b"1 0 0 1 %d %d Tm <%s> Tj\n" % (x, y, text.encode("gbk").hex().encode())
    text = show(TITLE, 60, 360) + show(TITLE, 60, 360).replace(b"60 360", b"60.3 360") + show("一、总体情况", 60, 320)
    text += show("门类", 70, 280) + show("接收数", 170, 280) + show("文书档案", 70, 255) + show("49", 170, 255)
    lines = b"".join(b"%d %d %d %d re f\n" % rect for rect in
                     [(60, 300, 240, 1), (60, 272, 240, 1), (60, 247, 240, 1), (60, 247, 1, 54), (160, 247, 1, 54), (299, 247, 1, 54)])
    raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
         b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 360 420]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
         stream(b"q /X Do Q"),
         stream(lines + b"BT /F 12 Tf\n" + text + b"ET", b"/Type/XObject/Subtype/Form/BBox[0 0 360 420]/Resources<</Font<</F 6 0 R>>>>"),
         b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK#2DEUC#2DH/DescendantFonts[7 0 R]>>",
         b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[814 939 500]>>"],
        path)
    return [{"p": TITLE}, {"p": "一、总体情况"}, table([["门类", "接收数"], ["文书档案", "49"]])]

def main():
    stsong(str(HERE / "stsong.pdf"))
    weasy(HERE / "weasy.pdf")
    gold = {"stsong.pdf": GOLD, "weasy.pdf": GOLD, "gbk.pdf": gbk(HERE / "gbk.pdf")}
    (HERE / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n")
    document = pymupdf.open(HERE / "gbk.pdf")
    for name, user in [("password.pdf", "secret"), ("owner.pdf", "")]:
        document.save(HERE / name, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=user, owner_pw="owner")
    # A page of a scan: an image and nothing else.
    raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>",
         b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 360 420]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
         stream(b"q 360 0 0 420 0 0 cm /I Do Q"),
         stream(bytes(64), b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8")], HERE / "scan.pdf")

main()
