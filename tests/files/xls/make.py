"""Writes the fixtures of tests/read/xls.rs: python3 tests/files/xls/make.py

Needs xlwt 1.3, openpyxl 3.1 and LibreOffice (`soffice` must be on the path; 7.4 was used). The figures are made up.
"""
import datetime, pathlib, subprocess, tempfile
import openpyxl, xlwt
from openpyxl.styles import Border, Side

HERE = pathlib.Path(__file__).parent


def styled(code="General", border=True):
    style = xlwt.XFStyle()
    style.num_format_str = code
    if border:
        style.borders.left = style.borders.right = style.borders.top = style.borders.bottom = xlwt.Borders.THIN
    return style


# By xlwt: every way a number is shown, what is hidden, and so many strings that they go on in a second record.
book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("申请情况")
plain = styled()
sheet.write_merge(0, 0, 0, 4, "收到和处理申请情况", plain)
sheet.write_merge(1, 2, 0, 0, "项目", plain)
sheet.write_merge(1, 1, 1, 3, "申请人", plain)
sheet.write_merge(1, 2, 4, 4, "总计", plain)
for column, text in enumerate(["自然人", "企业", "备用"]):
    sheet.write(2, 1 + column, text, plain)
rows = [
    ("整数", "General", [12, 0, 5, 17]),
    ("千分位", "#,##0", [10465, 1000, 5, 11465]),
    ("零显示为横线", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', [0, 3, 5, 3]),
    ("金额（万元）", "0.00", [72.5, 0.1, 5, 72.6]),
    ("比例", "0.0%", [0.125, 0.5, 5, 1]),
    ("件数", '0"件"', [7, 8, 5, 15]),
    ("一位小数", "General", [18.870999999999999, -3.5, 5, 1 / 3]),
    ("日期", 'yyyy"年"m"月"d"日"', [datetime.date(2023, 1, 1), datetime.date(2024, 2, 29), 5, datetime.date(1999, 12, 31)]),
    ("底稿", "General", [9, 9, 9, 9]),
    ("其他", "General", [True, "无", "x", "/"]),
]
for at, (label, code, values) in enumerate(rows):
    sheet.write(3 + at, 0, label, plain)
    for column, value in enumerate(values):
        sheet.write(3 + at, 1 + column, value, styled(code))
sheet.write(13, 0, "空白", plain)
for column in range(1, 5):
    sheet.write(13, column, None, plain)
sheet.row(11).hidden = True
sheet.col(3).hidden = True
many = book.add_sheet("明细")
for row in range(160):
    # Wide and narrow strings in turn, so that the second record begins with either.
    many.write(row, 0, f"第{row}项" + "公开" * (row % 40) if row % 3 else f"item {row} " + "x" * (row % 90))
    many.write(row, 1, row * 3)
hidden = book.add_sheet("隐藏表")
hidden.write(0, 0, "不读")
hidden.visibility = 1
book.save(str(HERE / "xlwt.xls"))

# By LibreOffice: formulas with their results, which are numbers, texts, truth values and errors.
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "汇总"
line = Side(style="thin")
for row in [["单位", "受理", "办结", "结论"], ["甲局", 12, 9, '=IF(B2=C2,"平","不平")'], ["乙局", 30, 30, '=IF(B3=C3,"平","不平")'],
            ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)", "=B4=C4"], ["平均", "=B4/2", "=C4/4", "=B4/0"]]:
    sheet.append(row)
for row in sheet.iter_rows():
    for cell in row:
        cell.border = Border(left=line, right=line, top=line, bottom=line)
with tempfile.TemporaryDirectory() as folder:
    book.save(f"{folder}/formulas.xlsx")
    for kind in ["xls:MS Excel 97"]:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", folder, f"{folder}/formulas.xlsx"], check=True)
    (HERE / "formulas.xls").write_bytes(pathlib.Path(f"{folder}/formulas.xls").read_bytes())
