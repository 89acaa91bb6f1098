"""Writes the workbooks of tests/read/sheets.rs: python3 tests/files/sheets/make.py (openpyxl 3, LibreOffice 7 or later).

The sentences and figures are made up. `whole` is a report on one sheet, `apart` has a table on each sheet; each is written by
openpyxl and then saved by LibreOffice as xlsx and as ods, so that three programs' files must give the same.
"""
import pathlib, subprocess, zipfile
from openpyxl import Workbook
from openpyxl.styles import Border, Side

HERE = pathlib.Path(__file__).parent
BOX = Border(*[Side(style="thin")] * 4)

def grid(sheet, top, left, rows, spans):
    """Rows of cells with borders; None is a cell without a value. Spans are (row, column, rows, columns)."""
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cell = sheet.cell(top + r, left + c, value)
            cell.border = BOX
    for r, c, rs, cs in spans:
        sheet.merge_cells(start_row=top + r, start_column=left + c, end_row=top + r + rs - 1, end_column=left + c + cs - 1)

SMALL = [["第二十条第（一）项", None, None, None], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
         ["规章", None, 0, 1204], ["第二十条第（五）项", None, None, None], ["信息内容", "本年处理决定数量", None, None], ["行政许可", 18.871, None, None]]
SMALL_SPANS = [(0, 0, 1, 4), (3, 0, 1, 4), (4, 1, 1, 3), (5, 1, 1, 3)]
WIDE = [["项目", None, "自然人", "企业", "总计"], ["一、本年新收", None, 3, None, 3], ["二、结果", "予以公开", 2, 0, 2],
        [None, "不予公开", None, None, None], ["三、结转", None, None, None, None]]
WIDE_SPANS = [(0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 2, 1), (4, 0, 1, 2)]

whole = Workbook()
sheet = whole.active
def line(row, text, rows=1):
    sheet.cell(row, 2, text)
    sheet.merge_cells(start_row=row, start_column=2, end_row=row + rows - 1, end_column=6)
line(2, "甲区二〇二三年年度报告")
line(3, "本报告由甲区办公室编制，数据截至2023年12月31日。如有疑问，请与办公室联系。\n电子版见甲区网站。", rows=3)
sheet["B6"] = "一、总体情况"
sheet["B7"] = "全年公开信息86条，收到申请3件，均已按期办结，没有发生行政复议和行政诉讼，也没有收取费用。这一段没有合并单元格。"
line(8, "二、主动公开政府信息情况")
grid(sheet, 9, 2, SMALL, SMALL_SPANS)
sheet["E11"].number_format = "#,##0"
sheet["D11"].number_format = '#,##0;-#,##0;"-"'
line(15, "三、收到申请情况")
grid(sheet, 16, 2, WIDE, WIDE_SPANS)
sheet["B22"] = "四、其他"
sheet["B23"] = "无。"
sheet.row_dimensions[23].hidden = False
sheet["B24"], sheet["C24"] = "底稿", 99
sheet.row_dimensions[24].hidden = True
draft = whole.create_sheet("底稿")
draft["A1"] = "不读"
draft.sheet_state = "hidden"
whole.save(HERE / "whole.xlsx")

apart = Workbook()
grid(apart.active, 1, 1, SMALL, SMALL_SPANS)
apart.active.title = "表1"
second = apart.create_sheet("收到申请情况")
grid(second, 3, 2, WIDE, WIDE_SPANS)
third = apart.create_sheet("日期")
third.append(["填报日期", "比例", "合计"])
third.append([45291, 0.125, "=SUM(1,2)"])
third["A2"].number_format, third["B2"].number_format = 'yyyy"年"m"月"d"日"', "0.0%"
apart.save(HERE / "apart.xlsx")

for name in ["whole", "apart"]:
    for kind, target in [("xlsx", f"{name}-lo.xlsx"), ("ods", f"{name}.ods")]:
        out = HERE / "out"
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", out, HERE / f"{name}.xlsx"], check=True)
        # Previews are most of what LibreOffice writes, and mean nothing here.
        with zipfile.ZipFile(out / f"{name}.{kind}") as old, zipfile.ZipFile(HERE / target, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                if not entry.filename.startswith(("Thumbnails/", "Configurations2/")):
                    new.writestr(entry.filename, old.read(entry))
        (out / f"{name}.{kind}").unlink()
    out.rmdir()
