"""Writes the fixtures of tests/read/rtf.rs: python3 tests/files/rtf/make.py (needs LibreOffice and pandoc).

`office.rtf` and `pandoc.rtf` are `source.html` as the two write it; `word.rtf` and `old.rtf` are written here the way Word
and the exporters of old content management systems do. The sentences are made up.
"""
import pathlib, subprocess

HERE = pathlib.Path(__file__).parent
run = lambda *args: subprocess.run(args, check=True, cwd=HERE, capture_output=True)
run("soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "rtf", "source.html")
(HERE / "source.rtf").rename(HERE / "office.rtf")
run("pandoc", "-s", "source.html", "-o", "pandoc.rtf")

def escape(text):
    """GBK in hexadecimal, as Word writes it."""
    out = b""
    for byte in text.encode("gb18030"):
        out += bytes([byte]) if byte < 0x80 else b"\\'%02x" % byte
    return out

def run_of(text, properties=b""):
    east = b"\\rtlch\\fcs1 \\af0\\afs24 \\ltrch\\fcs0 \\fs24\\lang1033\\langfe2052\\loch\\af0\\hich\\af0\\dbch\\af13\\langnp1033\\insrsid42 "
    return b"{" + properties + east + escape(text) + b"}"

def plain(properties):
    return b"\\pard\\plain \\ltrpar\\qj \\li0\\ri0\\nowidctlpar" + properties + b"\\wrapdefault\\faauto\\rin0\\lin0 "

def row(widths, cells, flags=None):
    trowd = b"\\trowd \\irow0\\irowband0\\ltrrow\\ts11\\trgaph108\\trleft-108\\trbrdrt\\brdrs\\brdrw10 \\tblind0"
    for at, right in enumerate(widths):
        trowd += (flags or {}).get(at, b"") + b"\\clvertalc\\clbrdrt\\brdrs\\brdrw10 \\cltxlrtb\\clftsWidth3\\clwWidth2000\\clshdrawnil \\cellx%d" % right
    body = b"".join(plain(b"\\intbl") + run_of(cell).replace(b"\n", b"\\par ") + b"{\\rtlch \\ltrch \\cell }" for cell in cells)
    # Word says the properties of a row before its cells and again after them.
    return trowd + body + plain(b"\\intbl") + b"{" + trowd + b"\\row }\n"

word = b"{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0\\stshfdbch13\\deflang1033\\deflangfe2052\n" \
    b"{\\fonttbl{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman{\\*\\falt Times};}" \
    b"{\\f13\\fbidi \\fnil\\fcharset134\\fprq2{\\*\\panose 02010600030101010101}\\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}" \
    b"{\\f44\\fbidi \\fnil\\fcharset2\\fprq2 Wingdings;}{\\f301\\fbidi \\froman\\fcharset238\\fprq2 Times New Roman CE;}}\n" \
    b"{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\qj \\li0 \\fs21\\lang1033\\loch\\f0\\hich\\af0\\dbch\\af13 \\snext0 Normal;}" \
    b"{\\s1\\qj \\outlinelevel0 \\b\\fs44\\loch\\f0\\hich\\af0\\dbch\\af13 \\sbasedon0 \\snext0 heading 1;}" \
    b"{\\*\\cs10 \\additive Default Paragraph Font;}{\\*\\ts11\\tsrowd\\trftsWidthB3 Normal Table;}}\n" \
    b"{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc37\\levelstartat1{\\leveltext\\'02\\'00\\'a1\\'a2;}{\\levelnumbers\\'01;}}\\listid1}}" \
    b"{\\info{\\title x}{\\author \\'d5\\'c5}}{\\*\\generator Microsoft Word;}\\paperw11906\\paperh16838\n" \
    b"{\\footer \\pard\\plain \\s15 {\\field{\\*\\fldinst { PAGE }}{\\fldrslt {1}}}\\par}\n"
word += plain(b"\\s1\\outlinelevel0") + run_of("甲区民政局2022年政府信息公开工作年度报告") + b"{\\par }\n"
word += b"{\\listtext\\pard\\plain\\ltrpar \\rtlch \\ltrch\\fcs0 \\b\\loch\\af0\\hich\\af0\\dbch\\af13 \\'d2\\'bb\\'a1\\'a2\\tab}" \
    + plain(b"\\s1\\ls1\\outlinelevel0") + run_of("总体情况") + b"{\\par }\n"
word += plain(b"") + run_of("全年收到申请") + run_of("11", b"\\revised\\revauth1 ") + run_of("10", b"\\deleted\\revauthdel1 ") \
    + run_of("件") + b"{\\super \\chftn {\\footnote \\ltrpar " + plain(b"") + run_of("含上年结转。") + b"}}" \
    + b"{\\f0 \\ldblquote\\'97\\'97\\u8221\\'a1\\'b1\\u-10173\\'3f\\'3f\\u-8512\\'3f\\'3f}" + b"{\\f44 \\'fe}{\\v \\'d2\\'fe}" + b"{\\par }\n"
word += row([2000, 4000, 6000, 8000], ["信息内容", "本年制发件数", "本年废止\n件数", "现行有效件数"])
word += row([2000, 4000, 6003, 8000], ["规章", "0", "0", "12"], {0: b"\\clvmgf"})
word += row([2000, 4000, 8000], ["", "1", "合并"], {0: b"\\clvmrg"})
word += plain(b"") + run_of("后文。") + b"{\\par }}"
(HERE / "word.rtf").write_bytes(word)

# No charset in the font table, GBK as it is, rows that say little, cells without `\intbl`, one closing brace too few.
gbk = lambda text: text.encode("gbk")
old = b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil " + gbk("宋体") + b";}}\r\n\\pard\\qc\\b " + gbk("乗云县档案馆年度报告") + b"\\b0\\par\r\n" \
    + b"\\pard\\qj " + gbk("一、总体情况\\par\r\n全年公开信息３５条，亄。") + b"\\par\r\n"
for cells in (["信息内容", "件数"], ["规章", "4"], ["行政许可", "1,024"]):
    old += b"\\trowd\\cellx1\\cellx2\\pard\\intbl " + b"\\cell\\pard ".join(map(gbk, cells)) + b"\\cell\\row\r\n"
old += b"\\pard " + gbk("二、存在的问题") + b"\\\n" + gbk("无。") + b"\\par\r\n"
(HERE / "old.rtf").write_bytes(old)
