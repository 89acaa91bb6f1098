"""Opens the reviewer's files with openpyxl and python-docx and holds them against the plan of the county."""

import importlib.util
import io
import json
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

folder = Path(sys.argv[1])
plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))


def has(module):
    found = importlib.util.find_spec(module) is not None
    if not found:
        print(f"note: {module} is absent, its part is not proved")
    return found


def unread(year, table):
    """Files of a year that leave a table of theirs unread."""
    blank = {"damaged", "pictures"} | ({"no_table3"} if table == "t3" else set())
    return [file for file in plan["files"] if file["year"] == year and file["fault"] in blank]


if has("openpyxl"):
    import openpyxl

    book = openpyxl.load_workbook(folder / "lists-xlsx.xlsx")
    assert book.sheetnames == ["总览", "问题清单"], book.sheetnames
    overview = [[cell.value for cell in row] for row in book["总览"].iter_rows(min_row=4)]
    assert len(overview) == len(plan["files"]), (len(overview), len(plan["files"]))
    errors = {row[7]: row[3] for row in overview}
    for file in plan["files"]:
        planted = file["rule"] in ("table3/row_total", "prose/requests")
        assert (errors[file["path"]] > 0) == planted, (file, errors[file["path"]])
    rows = [[cell.value for cell in row] for row in book["问题清单"].iter_rows(min_row=3)]
    for file in plan["files"]:
        if file["rule"] and not file["rule"].startswith("years/"):
            assert any(row[2] == file["path"] and row[5] == file["rule"] for row in rows), file
    for sheet in book:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    matrix = openpyxl.load_workbook(folder / "matrix.xlsx")["总表"]
    assert matrix.max_row == len(plan["files"]) + 4, matrix.max_row
    for year in plan["years"]:
        book = openpyxl.load_workbook(folder / f"sum-{year['year']}.xlsx")
        assert book.sheetnames == ["表二", "表三", "表四", "逐格核对", "计入单位", "未计入的文件"], book.sheetnames
        numbers = {
            table: [
                Decimal(str(cell.value))
                for row in book[name].iter_rows(min_row=2)
                for cell in row
                if isinstance(cell.value, (int, float))
            ]
            for table, name in (("t2", "表二"), ("t3", "表三"), ("t4", "表四"))
        }
        for table, found in numbers.items():
            if unread(year["year"], table):
                continue
            want = [Decimal(value) for cell, value in year["sum"].items() if cell.startswith(table + ".")]
            assert sorted(found) == sorted(want), (year["year"], table)
        print(f"sum-{year['year']}.xlsx: {sum(map(len, numbers.values()))} cells")

if has("docx"):
    import docx

    with zipfile.ZipFile(folder / "lists-docx.zip") as archive:
        names = archive.namelist()
        assert len(names) == len(set(names)) and archive.testzip() is None
        for name in names:
            document = docx.Document(io.BytesIO(archive.read(name)))
            assert "问题清单" in document.paragraphs[0].text, name
        print(f"lists-docx.zip: {len(names)} lists")
    for year in plan["years"]:
        document = docx.Document(str(folder / f"sum-{year['year']}.docx"))
        assert len(document.tables) >= 5, len(document.tables)
        if not unread(year["year"], "t3"):
            texts = [cell.text for row in document.tables[1].rows for cell in row.cells]
            assert year["sum"]["t3.total.total"] in texts
