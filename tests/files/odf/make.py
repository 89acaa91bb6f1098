"""Writes text.odt for tests/read/odf.rs: python3 tests/files/odf/make.py (LibreOffice 7 or later).

The document is written by hand as flat XML and saved by LibreOffice, which writes it in its own way. The sentences are made up.
"""
import pathlib, subprocess, zipfile

HERE = pathlib.Path(__file__).parent
URN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(f'xmlns:{prefix}="{URN}{name}"' for prefix, name in [
    ("office", "office:1.0"), ("style", "style:1.0"), ("text", "text:1.0"), ("table", "table:1.0"), ("draw", "drawing:1.0"),
    ("fo", "xsl-fo-compatible:1.0"), ("svg", "svg-compatible:1.0")]) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'

def cell(text, more=""):
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"
COVERED = "<table:covered-table-cell/>"
CHANGE = "<office:change-info><dc:creator>x</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"

flat = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/></text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>{CHANGE}</text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion>{CHANGE}<text:p>8</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>甲区  年度报告</text:p>
<text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">总体情况</text:h></text:list-item></text:list>
<text:p>收到申请<text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>9<text:change-end text:change-id="c1"/>件<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>不含重复申请。</text:p></text:note-body></text:note>。<text:span text:style-name="Hid">不显示</text:span><text:s text:c="2"/>完<text:tab/>毕</text:p>
<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>主动公开</text:p>
<text:list><text:list-item><text:p>规章</text:p></text:list-item><text:list-item><text:p>文件</text:p></text:list-item></text:list></text:list-item></text:list>
<table:table table:name="T"><table:table-column table:number-columns-repeated="4"/>
<table:table-header-rows><table:table-row>{cell("第二十条", 'table:number-columns-spanned="4"')}{COVERED * 3}</table:table-row></table:table-header-rows>
<table:table-row>{cell("规章", 'table:number-rows-spanned="2"')}{cell("0")}{cell("1,204")}{cell("")}</table:table-row>
<table:table-row>{COVERED}{cell("甲</text:p><text:p>乙", 'table:number-columns-spanned="2"')}{COVERED}{cell("5")}</table:table-row></table:table>
<text:p>框前<draw:frame text:anchor-type="paragraph" svg:width="3cm" svg:height="1cm"><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame></text:p>
<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>其他</text:p></text:list-item></text:list>
</office:text></office:body></office:document>"""
source = HERE / "text.fodt"
source.write_text(flat, encoding="utf-8")
out = HERE / "out"
subprocess.run(["soffice", "--headless", "--convert-to", "odt", "--outdir", out, source], check=True)
with zipfile.ZipFile(out / "text.odt") as old, zipfile.ZipFile(HERE / "text.odt", "w", zipfile.ZIP_DEFLATED) as new:
    for entry in old.infolist():
        if not entry.filename.startswith(("Thumbnails/", "Configurations2/")):
            new.writestr(entry.filename, old.read(entry))
(out / "text.odt").unlink()
out.rmdir()
source.unlink()
