"""Writes the fixtures of tests/read/mht.rs that Python's own mail library can: python3 tests/files/mht/make.py

`ie.mht` is laid out as Internet Explorer saves a page in GBK, `excel.mht` as Excel saves a workbook of two sheets,
`export.mht` as exporters do that send one page as a message. The sentences are made up.
"""
import email.charset, pathlib
from email.encoders import encode_base64
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.policy import SMTP
import quopri

HERE = pathlib.Path(__file__).parent

def page(text, location, charset, encoding):
    part = MIMEBase("text", "html", charset=charset)
    data = text.encode(charset)
    if encoding == "base64":
        part.set_payload(data)
        encode_base64(part)
    else:
        part["Content-Transfer-Encoding"] = encoding
        part.set_payload(quopri.encodestring(data).decode("ascii"))
    part["Content-Location"] = location
    return part

def picture(location):
    part = MIMEBase("image", "gif")
    part.set_payload(b"GIF89a\1\0\1\0\0\0\0;")
    encode_base64(part)
    part["Content-Location"] = location
    return part

def save(name, *parts, **parameters):
    message = MIMEMultipart("related", boundary="----=_NextPart_000_0000_01DA", **parameters)
    message["From"] = "=?gb2312?B?08kgSW50ZXJuZXQgRXhwbG9yZXIgsaO05g==?="
    message["Subject"] = "x"
    for part in parts:
        message.attach(part)
    (HERE / name).write_bytes(message.as_bytes(policy=SMTP.clone(cte_type="7bit")))

row = lambda *cells: "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
ie = "<html><head><meta http-equiv=content-type content='text/html; charset=gb2312'></head><body><h2>一、总体情况</h2>" \
    "<p>本年度受理申请35件，其中网络申请27件、当面申请8件，均已依法答复，未收取任何费用，没有发生行政复议和行政诉讼案件。</p>" \
    "<img src='x.gif'><table border=1>" + row("规章", "0", "3") + row("行政规范性文件", "2", "17") + "</table></body></html>"
save("ie.mht", picture("http://example.gov.cn/x.gif"), page(ie, "http://example.gov.cn/zwgk/nb.htm", "gb18030", "quoted-printable"),
     page("<p>广告</p></html>", "http://example.gov.cn/ad.htm", "utf-8", "base64"), type="text/html")

book = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><meta name=ProgId content=Excel.Sheet>" \
    "<link id=Main-File rel=Main-File href='../book.htm'><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>" \
    "<x:ExcelWorksheet><x:Name>表二</x:Name><x:WorksheetSource HRef='book.files/sheet001.htm'/></x:ExcelWorksheet>" \
    "<x:ExcelWorksheet><x:Name>表四</x:Name><x:WorksheetSource HRef='book.files/sheet002.htm'/></x:ExcelWorksheet>" \
    "</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><frameset rows='*,39'><frame src='book.files/sheet001.htm' name=frSheet>" \
    "<frame src='book.files/tabstrip.htm' name=frTabs><noframes><body><p>此页使用了框架</p></body></noframes></frameset></html>"
sheet = lambda *rows: "<html><body><table x:str border=0>" + "".join(rows) + "</table></body></html>"
at = "file:///C:/5AC01/book.files/"
save("excel.mht", page(book, "file:///C:/5AC01/book.htm", "gb2312", "quoted-printable"),
     page(sheet(row("维持", "纠正", "总计"), row("0", "1", "1")), at + "sheet002.htm", "gb2312", "quoted-printable"),
     page(sheet(row("行政许可", "12"), row("行政处罚", "30")), at + "sheet001.htm", "gb2312", "quoted-printable"),
     page("<html><body><table>" + row("表二", "表四") + "</table></body></html>", at + "tabstrip.htm", "gb2312", "quoted-printable"))

single = page("<html><body><p>乙县2021年度报告</p>" + "<p>一、总体情况</p></body></html>", "http://x/", "utf-8", "base64")
single["Date"] = "Mon, 17 Jan 2022 09:00:00 +0800"
(HERE / "export.mht").write_bytes(single.as_bytes(policy=SMTP))
