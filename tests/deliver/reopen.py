"""Opens the files of a folder with python-docx and openpyxl, and looks whether they hold what they should."""

import importlib.util
import sys
from pathlib import Path

folder = Path(sys.argv[1])


def has(module):
    found = importlib.util.find_spec(module) is not None
    if not found:
        print(f"note: {module} is absent, its part is not proved")
    return found


if has("docx"):
    import docx
    from docx.oxml.ns import qn

    for name, tables in (("own.docx", 3), ("read.docx", 3), ("certificate.docx", 4)):
        document = docx.Document(str(folder / name))
        assert len(document.tables) >= tables, (name, len(document.tables))
        assert len(document.paragraphs) > 10, name
        if name == "certificate.docx":
            assert "校验报告" in document.paragraphs[0].text
            continue
        ids = [element.get(qn("w:id")) for element in document.element.body.iter(qn("w:commentReference"))]
        assert len(ids) >= 2 and len(set(ids)) == len(ids), (name, ids)
        if hasattr(document, "comments"):
            authors = {comment.author for comment in document.comments}
            assert authors == {"校核"}, (name, authors)
            assert sorted(str(comment.comment_id) for comment in document.comments) == sorted(ids), name
            assert all(comment.text.startswith("【") for comment in document.comments), name
        print(f"{name}: {len(ids)} comments")

if has("openpyxl"):
    import openpyxl

    book = openpyxl.load_workbook(folder / "issues.xlsx")
    sheet = book["问题清单"]
    assert [cell.value for cell in sheet[2]][:4] == ["单位", "年度", "文件", "结论"]
    assert sheet.max_row > 3 and sheet.freeze_panes == "A3"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    assert book.sheetnames == ["表二", "表三", "表四"]
    three = book["表三"]
    numbers = [cell.value for row in three.iter_rows() for cell in row if isinstance(cell.value, (int, float))]
    assert len(numbers) > 150, len(numbers)
    assert len(three.merged_cells.ranges) > 5
    print(f"issues.xlsx: {sheet.max_row - 2} findings; tables.xlsx: {len(numbers)} numbers in table three")
