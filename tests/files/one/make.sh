#!/usr/bin/env bash
# One made-up report, with two planted faults, in every format: tests/formats.rs holds them all to the same cells and findings.
# Needs LibreOffice, pandoc, and Python with python-docx, openpyxl and PyMuPDF; none of these is the project's own.
set -euo pipefail
cd "$(dirname "$0")"
root=../../..
(cd $root && printf 'base = county\nlayout = Docx\nt3.carried_in.person = 29\nt2.documents.in_force = 99\n' |
  cargo run -q -p jiaohe-testkit --example write) > report.docx
office() { soffice --headless --convert-to "$1" --outdir "${3:-.}" "$2" >/dev/null; }
office doc:"MS Word 97" report.docx
cp report.doc report.wps
office odt report.docx
office rtf report.docx
office pdf report.docx
office html:"HTML (StarWriter)" report.docx
pandoc report.docx -t html5 -s --metadata title=x -o pandoc.html
pandoc report.docx -t markdown-simple_tables-multiline_tables-grid_tables+pipe_tables --wrap=none -o report.md
python3 make.py
office xls:"MS Excel 97" report.xlsx
cp report.xls report.et
office ods report.xlsx
